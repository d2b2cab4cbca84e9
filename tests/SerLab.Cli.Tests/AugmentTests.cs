using SerLab.Audio;
using SerLab.Augmentation;

namespace SerLab.Cli.Tests;

[Trait("Kind", "end-to-end")]
public class AugmentTests(SmallCorpus small)
{
    private readonly string _folder = Folders.New();

    [Fact]
    public void The_steps_are_taken_and_the_file_holds_what_the_library_makes()
    {
        var to = At("out.wav");
        string[] steps = ["--noise", "0.035", "--stretch", "1.1", "--shift", "0.5", "--pitch", "1", "--seed", "1"];
        var run = ProgramRun.Serlab(["augment", small.Clip, to, .. steps]).Ended(0);
        Assert.StartsWith($"{to}: 1.1 times as fast, then pitch moved by 1 semitone, then shifted by 0.5 s, then " +
            "white noise at 0.035 of the peak; ", run.Output);
        Assert.Equal("", run.Error);
        var clip = AudioFile.Load(small.Clip, rate: null);
        var expected = new Chain
        {
            Steps =
            [
                new TimeStretch { Rate = 1.1 }, new PitchShift { Semitones = 1 }, new TimeShift { Seconds = 0.5 },
                new WhiteNoise(),
            ],
        }.Apply(clip, 1);
        var written = AudioFile.Load(to, rate: null);
        Assert.Equal(expected.Samples, written.Samples);
        Assert.Equal(clip.Rate, written.Rate);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        byte[][] bytes = [.. ((string[])["1", "1", "2"]).Select((seed, i) =>
        {
            ProgramRun.Serlab("augment", small.Clip, At($"{i}.wav"), "--policy", "p1", "--seed", seed).Ended(0);
            return File.ReadAllBytes(At($"{i}.wav"));
        })];
        Assert.Equal(bytes[0], bytes[1]);
        Assert.NotEqual(bytes[0], bytes[2]);
    }

    [Fact]
    public void Beyond_one_nothing_is_clipped_and_it_is_said()
    {
        var run = ProgramRun.Serlab("augment", small.Clip, At("loud.wav"), "--gain", "40").Ended(0);
        Assert.Contains("It goes beyond ±1", run.Output);
        var (before, after) = (AudioFile.Load(small.Clip, rate: null), AudioFile.Load(At("loud.wav"), rate: null));
        Assert.Equal(before.PeakDb + 40, after.PeakDb, 1e-4);
    }

    [Fact]
    public void A_figure_and_JSON_are_given_when_asked_for()
    {
        string[] steps = ["--pitch", "-1..1", "--roll", "--shift", "-0.2", "--snr", "-3"];
        string[] ask = [.. steps, "--figure", At("figures"), "--json"];
        var json = ProgramRun.Serlab(["augment", small.Clip, At("out.wav"), .. ask]).Ended(0).Json();
        Assert.Matches(
            "^pitch moved by .+ semitones, then rolled by −0.2 s, then white noise at −3 dB SNR$",
            json.GetProperty("change").GetString());
        var page = Path.Combine(At("figures"), "augmentation.html");
        Assert.Equal([page], json.GetProperty("figures").EnumerateArray().Select(file => file.GetString()));
        Assert.Contains("<audio controls", File.ReadAllText(page));
        Assert.Equal(json.GetProperty("secondsBefore").GetDouble(), json.GetProperty("secondsAfter").GetDouble());
    }

    [Theory]
    [InlineData("CLIP OUT.wav", "There is nothing to do. Give a step")]
    [InlineData("CLIP OUT.wav --noise 1 --snr 3", "--noise, --noise-absolute and --snr exclude each other.")]
    [InlineData("CLIP OUT.wav --policy p1 --pitch 1", "--policy and steps exclude each other.")]
    [InlineData("CLIP OUT.wav --policy p3", "There is no augmentation 'p3'. Did you mean 'p1'?")]
    [InlineData("CLIP OUT.wav --pitch 1 --roll", "--roll says how to shift")]
    [InlineData("CLIP OUT.wav --pitch high", "--pitch: 'high' is no amount.")]
    [InlineData("CLIP OUT.wav --pitch 30 --stretch 0", "stretch rate 0 is not within 0.1 to 10; pitch shift in")]
    [InlineData("CLIP OUT.mp3 --pitch 1", "the file must end in .wav")]
    [InlineData("CLIP CLIP --pitch 1", "is the recording itself, which would be lost.")]
    [InlineData("CLIP LINKED --pitch 1", "is the recording itself, which would be lost.")]
    public void Wrong_usage_ends_with_2_and_writes_nothing(string line, string said)
    {
        var folder = Path.GetDirectoryName(small.Clip)!;
        var link = Directory.CreateSymbolicLink(Path.Combine(Folders.New(), "link"), folder);
        var linked = Path.Combine(link.FullName, Path.GetFileName(small.Clip));
        var before = File.ReadAllBytes(small.Clip);
        var run = ProgramRun.Serlab(["augment", .. line.Split(' ').Select(word => word
            .Replace("CLIP", small.Clip).Replace("LINKED", linked).Replace("OUT", At("out")))]).Ended(2);
        Assert.Contains(said, run.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        Assert.Equal(before, File.ReadAllBytes(small.Clip));
    }

    [Fact]
    public void A_file_that_cannot_be_read_ends_with_1()
    {
        var run = ProgramRun.Serlab("augment", At("none.wav"), At("out.wav"), "--policy", "p2").Ended(1);
        Assert.StartsWith($"serlab: {At("none.wav")}: there is no such file.", run.Error);
        AudioFile.WriteFloat(At("one.wav"), new Clip([0.5f], 8000, "one"));
        run = ProgramRun.Serlab("augment", At("one.wav"), At("out.wav"), "--stretch", "2").Ended(1);
        Assert.StartsWith($"serlab: {At("one.wav")}: so short a recording leaves no sample.", run.Error);
        Assert.False(File.Exists(At("out.wav")));
    }

    private string At(string name) => Path.Combine(_folder, name);
}
