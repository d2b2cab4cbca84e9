using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using SerLab.Audio;
using SerLab.Files;

namespace SerLab.Tests.Audio;

public class BadSoundTests
{
    public static TheoryData<string, byte[], string> Broken => new()
    {
        { "empty", [], "empty (0 bytes)" },
        { "header only", SoundMaker.Wav([]), "no samples" },
        { "text", "Dear diary, this is no sound at all.\n"u8.ToArray(), "not sound" },
        { "half a header", SoundMaker.Wav([1, 2])[..20], "not sound" },
        { "no channels", SoundMaker.Wav(new byte[64], channels: 0), "not sound" },
        { "3 Hz", SoundMaker.Wav(new byte[64], rate: 3), "3 samples a second" },
        { "2 GHz", SoundMaker.Wav(new byte[64], rate: 2_000_000_000), "2000000000 samples a second" },
        { "NaN", SoundMaker.FloatWav(0, 0.5f, float.NaN, float.NaN), "sample 2 (0.000 s) is NaN" },
        { "infinity", SoundMaker.FloatWav(0, float.NegativeInfinity), "sample 1 (0.000 s) is -Infinity" },
    };

    [Theory]
    [Trait("Kind", "law")]
    [MemberData(nameof(Broken))]
    public void Broken_files_are_named_with_the_problem_and_a_mend(string what, byte[] bytes, string problem)
    {
        var path = SoundMaker.Save(bytes, what + ".wav");
        var error = Assert.Throws<BadFileException>(() => AudioFile.Load(path));
        Assert.Equal(path, error.Path);
        Assert.Contains(problem, error.Problem);
        Assert.NotEmpty(error.Mend);
        Assert.StartsWith(path, error.Message);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_missing_file_and_a_folder_are_told_apart()
    {
        var folder = Directory.CreateDirectory(Path.Combine(SoundMaker.Folder(), "x.wav")).FullName;
        Assert.Contains("this is a folder", Problem(folder));
        Assert.Contains("no such file", Problem(folder + "x"));
        Assert.Contains("no such file", Problem(Path.Combine(folder, "missing", "y.wav")));
    }

    [Fact]
    [Trait("Kind", "law")]
    [UnsupportedOSPlatform("windows")]
    public void A_file_without_read_permission_is_named()
    {
        const uint Nobody = 65534;
        var path = SoundMaker.Save(SoundMaker.Wav(new byte[64]));
        File.SetUnixFileMode(path, UnixFileMode.None);
        var self = setfsuid(Nobody); // root may read every file; this thread no longer
        try
        {
            Assert.Contains("cannot be opened", Problem(path));
        }
        finally
        {
            _ = setfsuid((uint)self);
        }
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_stream_that_fails_half_way_is_an_error_and_not_a_shorter_clip()
    {
        var stream = new FailingStream(SoundMaker.Wav(new byte[400_000]), failAt: 200_000);
        var error = Assert.Throws<BadFileException>(() => AudioFile.Decode(stream, "upload"));
        Assert.Contains("the cable fell out", error.Problem);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData("wav")]
    [InlineData("flac")]
    public void A_truncated_file_gives_the_samples_before_the_cut(string kind)
    {
        var tone = SoundMaker.Tone(440, 2, 22050);
        var whole = AudioFile.Encode(tone, kind == "wav" ? AudioFormat.Wav : AudioFormat.Flac);
        var clip = AudioFile.Load(SoundMaker.Save(whole[..(whole.Length / 2)]));
        Assert.InRange(clip.Samples.Length, 15_000, 23_000);
        Assert.All(clip.Samples.Zip(tone.Samples), p => Assert.Equal(p.Second, p.First, 1.0 / 32768));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_header_that_promises_far_more_than_there_is_does_no_harm()
    {
        var clip = AudioFile.Load(SoundMaker.Save(SoundMaker.Wav(new byte[64], declared: int.MaxValue - 100)));
        Assert.Equal(32, clip.Samples.Length);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(22050)]
    [InlineData(44100)]
    [InlineData(8000)]
    public void One_sample_stays_sound(int rate)
    {
        var clip = AudioFile.Load(SoundMaker.Save(SoundMaker.Wav([0, 64], rate)));
        Assert.Equal((int)Math.Ceiling(22050.0 / rate), clip.Samples.Length);
        Assert.All(clip.Samples, x => Assert.True(float.IsFinite(x)));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Silence_is_loaded_and_says_so()
    {
        var clip = AudioFile.Load(SoundMaker.Save(SoundMaker.Wav(new byte[44100])));
        Assert.All(clip.Samples, x => Assert.Equal(0, x));
        Assert.Equal(double.NegativeInfinity, clip.PeakDb);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Eight_channels_at_192_kHz_become_one_at_22050()
    {
        var tone = SoundMaker.Tone(440, 0.5, 192_000);
        var interleaved = tone.Samples.SelectMany(x => Enumerable.Range(0, 8).Select(c => (short)(x * 4096 * c)));
        var bytes = SoundMaker.Wav([.. interleaved.SelectMany(BitConverter.GetBytes)], 192_000, channels: 8);
        var clip = AudioFile.Load(SoundMaker.Save(bytes));
        Assert.Equal(11025, clip.Samples.Length);
        Assert.Equal(0.5 * 3.5 / 8, SoundMaker.AmplitudeAt(clip.Samples.AsSpan(2205, 4410), 440, 22050), 0.002);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Float_samples_beyond_one_are_kept()
    {
        var clip = AudioFile.Load(SoundMaker.Save(SoundMaker.FloatWav(0.5f, 1.5f, -3f)));
        Assert.Equal([0.5f, 1.5f, -3f], clip.Samples);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void No_file_stays_open()
    {
        var good = SoundMaker.Save(SoundMaker.Wav(new byte[64]), "leak-good.wav");
        var bad = SoundMaker.Save(SoundMaker.FloatWav(float.NaN), "leak-bad.wav");
        for (var i = 0; i < 50; i++)
        {
            AudioFile.Load(good);
            Assert.Throws<BadFileException>(() => AudioFile.Load(bad));
        }

        var open = Directory.GetFiles("/proc/self/fd").Select(f => new FileInfo(f).LinkTarget ?? "");
        Assert.DoesNotContain(open, target => target == good || target == bad);
    }

    [DllImport("libc")]
    private static extern int setfsuid(uint user);

    private static string Problem(string path) => Assert.Throws<BadFileException>(() => AudioFile.Read(path)).Problem;

    private sealed class FailingStream(byte[] bytes, int failAt) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            Position < failAt ? base.Read(buffer, offset, count) : throw new IOException("the cable fell out");
    }
}
