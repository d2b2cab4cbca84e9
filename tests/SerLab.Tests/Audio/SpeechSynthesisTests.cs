using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Tests.Audio;

public class SpeechSynthesisTests
{
    [Fact]
    [Trait("Kind", "law")]
    public void Saying_the_same_twice_gives_the_same_samples_and_slower_takes_longer()
    {
        var clip = SpeechSynthesis.Say("Say the word stone.", "en-us+f2", 150);
        Assert.Equal(22050, clip.Rate);
        Assert.Equal(clip.Samples, SpeechSynthesis.Say("Say the word stone.", "en-us+f2", 150).Samples);
        Assert.InRange(SpeechSynthesis.Say("Say the word stone.", "en-us+f2", 90).Duration / clip.Duration, 1.2, 2.5);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("-v is no option here")]
    [InlineData("Ärger & <break time=\"100ms\"/> quotes \" and 'such'")]
    public void Text_is_never_taken_for_an_option(string text)
    {
        Assert.InRange(SpeechSynthesis.Say(text, "en-us").Duration, 0.5, 10);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void An_unknown_voice_is_named()
    {
        var error = Assert.Throws<SerLabException>(() => SpeechSynthesis.Say("hello", "xx-nobody"));
        Assert.Contains("xx-nobody", error.Problem);
    }
}
