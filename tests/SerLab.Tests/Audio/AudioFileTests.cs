using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Tests.Audio;

public class AudioFileTests
{
    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Golden.Signals), MemberType = typeof(Golden))]
    public void Loading_gives_the_samples_that_librosa_gives(string signal)
    {
        var clip = AudioFile.Load(Golden.Wav(signal));
        var expected = Golden.Vector(signal, "y");
        var tolerance = Golden.AbsoluteTolerance(signal, "y");
        Assert.Equal(22050, clip.Rate);
        Assert.Equal(expected.Length, clip.Samples.Length);
        Assert.All(clip.Samples.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, tolerance));
    }

    [Theory]
    [Trait("Kind", "reference")]
    [InlineData("tone-8.wav", 1, 1.0 / 128)]
    [InlineData("tone-16.wav", 1, 1.0 / 32768)]
    [InlineData("tone-24.wav", 1, 1e-6)]
    [InlineData("tone-32.wav", 1, 1e-6)]
    [InlineData("tone-float.wav", 1, 1e-7)]
    [InlineData("tone-double.wav", 1, 1e-7)]
    [InlineData("tone-extensible.wav", 2, 1.0 / 32768)]
    [InlineData("tone-16.flac", 1, 1.0 / 32768)]
    [InlineData("tone-24.flac", 2, 1e-6)]
    public void Lossless_formats_give_the_tone_back_sample_by_sample(string file, int channels, double tolerance)
    {
        var sound = AudioFile.Read(Repository.Fixture("audio", file));
        var tone = SoundMaker.Tone(440, 0.25, 16000).Samples;
        Assert.Equal((channels, 16000, 4000), (sound.Channels, sound.Rate, sound.Frames));
        Assert.All(sound.ToMono().Samples.Zip(tone), pair => Assert.Equal(pair.Second, pair.First, tolerance));
    }

    [Theory]
    [Trait("Kind", "reference")]
    [InlineData("tone-vorbis.ogg")]
    [InlineData("tone.mp3")]
    public void Lossy_formats_give_the_tone_at_its_level(string file)
    {
        var clip = AudioFile.Load(Repository.Fixture("audio", file), rate: null);
        Assert.Equal(16000, clip.Rate);
        Assert.InRange(clip.Samples.Length, 3800, 6000);
        Assert.Equal(0.5, SoundMaker.AmplitudeAt(clip.Samples.AsSpan(1600, 1600), 440, 16000), 0.03);
        Assert.Equal(0, SoundMaker.AmplitudeAt(clip.Samples.AsSpan(1600, 1600), 880, 16000), 0.01);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void What_is_written_is_read_back_to_half_a_step_and_a_second_time_exactly()
    {
        var amplitudes = Gen.Choose(-1_200_000, 1_200_000).Select(n => n / 1e6f).NonEmptyListOf();
        Prop.ForAll(Arb.From(amplitudes), Arb.From(Gen.Elements(AudioFormat.Wav, AudioFormat.Flac)), (list, format) =>
        {
            var first = Decode(AudioFile.Encode(new Clip([.. list], 22050, "law"), format));
            var second = Decode(AudioFile.Encode(first, format));
            return first.Samples.SequenceEqual(second.Samples)
                && first.Samples.Zip(list).All(p => Math.Abs(p.First - Math.Clamp(p.Second, -1, 1)) <= 1.01f / 32768);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("plain.wav", "RIFF")]
    [InlineData("with spaces and Ümläute ß 文.FLAC", "fLaC")]
    public void Writing_picks_the_format_by_extension_and_leaves_nothing_else(string name, string magic)
    {
        var path = Path.Combine(SoundMaker.Folder(), name);
        File.WriteAllText(path, "an older file");
        AudioFile.Write(path, SoundMaker.Tone(440, 0.1, 22050));
        Assert.Equal(magic, System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(path), 0, 4));
        Assert.Equal(2205, AudioFile.Load(path).Samples.Length);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Paths_longer_than_libsndfile_allows_are_read()
    {
        var folder = Directory.CreateDirectory(
            Path.Combine([SoundMaker.Folder(), .. "abcd".Select(letter => new string(letter, 250))]));
        var path = Path.Combine(folder.FullName, new string('e', 251) + ".wav");
        AudioFile.Write(path, SoundMaker.Tone(440, 0.1, 22050));
        Assert.Equal(2205, AudioFile.Load(path).Samples.Length);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Writing_where_a_file_stands_for_the_folder_names_the_file()
    {
        var path = Path.Combine(SoundMaker.Save([1], "file"), "x.wav");
        var error = Assert.Throws<BadFileException>(() => AudioFile.Write(path, SoundMaker.Tone(440, 0.1, 22050)));
        Assert.Equal(path, error.Path);
    }

    private static Clip Decode(byte[] bytes) => AudioFile.Decode(new MemoryStream(bytes), "law").ToMono();

    [Fact]
    [Trait("Kind", "law")]
    public void Float_samples_come_back_bit_by_bit_also_beyond_one_and_the_same_bytes_are_written_again()
    {
        var (path, again) = (Path.Combine(SoundMaker.Folder(), "a.wav"), Path.Combine(SoundMaker.Folder(), "b.wav"));
        var clip = new Clip([0.1f, -3.7f, 1e-30f, 40_000f, 0], 44_100, "loud");
        AudioFile.WriteFloat(path, clip);
        AudioFile.WriteFloat(again, clip);
        var back = AudioFile.Load(path, rate: null);
        Assert.Equal(clip.Samples, back.Samples);
        Assert.Equal(44_100, back.Rate);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(again));
        Assert.False(File.ReadAllBytes(path).AsSpan().IndexOf("PEAK"u8) >= 0); // that chunk holds the time of day
    }
}
