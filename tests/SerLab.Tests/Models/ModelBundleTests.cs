using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Tests.Files;

namespace SerLab.Tests.Models;

[Trait("Kind", "law")]
public sealed class ModelBundleTests : IDisposable
{
    private static readonly string[] Labels = ["neutral", "happy", "sad"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lenet2d")]
    [InlineData("cnn2d")]
    public void What_was_saved_answers_with_the_same_probabilities_to_the_last_bit(string name)
    {
        using var bundle = Make(Architectures.Create(name));
        bundle.Save(_folder.Root);
        using var loaded = ModelBundle.Load(_folder.Root);
        Assert.Equal(["bundle.json", "model.safetensors"], _folder.Names());
        Assert.Equal(Json.ToText(bundle.Info), Json.ToText(loaded.Info));
        Assert.Equal(bundle.Probabilities(Values(5)), loaded.Probabilities(Values(5)));
    }

    [Fact]
    public void Probabilities_add_up_to_one_and_do_not_depend_on_who_else_is_asked()
    {
        using var bundle = Make(new Cnn2d { Channels = [2], Hidden = 4, Dropout = 0.9 });
        var values = Values(70); // more than one batch
        var all = bundle.Probabilities(values);
        Assert.Equal(70, all.Length);
        Assert.All(all, row => Assert.Equal(1, row.Sum(), 1e-12));
        foreach (var one in new[] { 0, 63, 64, 69 })
        {
            var alone = bundle.Probabilities(values[(one * 128 * 128)..((one + 1) * 128 * 128)]);
            Assert.Equal(all[one], alone[0], (a, b) => Math.Abs(a - b) < 1e-6);
        }
        Assert.Equal(Values(70), values); // the caller's features are left as they are
        Assert.Empty(bundle.Probabilities([]));
    }

    [Theory]
    [InlineData("\"name\": \"cnn2d\"", "\"name\": \"resnet\"", "resnet")]
    [InlineData("\"name\": \"cnn2d\"", "\"name\": 5", "lenet2d")]
    [InlineData("\"name\": \"cnn2d\",", "", "cnn2d")]
    [InlineData("\"hidden\"", "\"hiden\"", "'hidden'")]
    [InlineData("\"labels\"", "\"lables\"", "'labels'")]
    [InlineData("\"dropout\": 0.3", "\"dropout\": 3", "dropout of 3")]
    [InlineData("\"set\": \"mel128\"", "\"set\": \"mel9\"", "mel9")]
    [InlineData("\"set\": \"mel128\"", "\"set\": \"fs2\"", "[1, 128, 216]")]
    [InlineData("\"happy\"", "\"sad\"", "twice")]
    [InlineData("\"mean\": [", "\"mean\": [ 1,", "128 means")]
    [InlineData("\"scale\": [", "\"scale\": [ 0,", "128 means")]
    [InlineData("\"kind\": \"standard\"", "\"kind\": \"median\"", "median")]
    [InlineData("{", "", "")]
    public void A_description_that_is_broken_is_refused_and_its_file_named(string was, string becomes, string says)
    {
        using (var bundle = Make(new Cnn2d { Channels = [2], Hidden = 4 }))
        {
            bundle.Save(_folder.Root);
        }
        var path = _folder["bundle.json"];
        var text = File.ReadAllText(path);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + becomes + text[(at + was.Length)..]);
        var failure = Assert.Throws<BadFileException>(() => ModelBundle.Load(_folder.Root));
        Assert.Equal(path, failure.Path);
        Assert.Contains(says, failure.Message);
    }

    [Fact]
    public void Weights_of_another_network_or_cut_short_are_refused_and_their_file_named()
    {
        using (var bundle = Make(new Cnn2d { Channels = [2], Hidden = 4 }))
        {
            bundle.Save(_folder.Root);
        }
        var path = _folder["model.safetensors"];
        var whole = File.ReadAllBytes(path);
        foreach (var length in new[] { 0, 7, 100, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Equal(path, Assert.Throws<BadFileException>(() => ModelBundle.Load(_folder.Root)).Path);
        }
        Refuses(path, new LeNet2d(), "conv2.weight");
        Refuses(path, new Cnn2d { Channels = [2], Hidden = 5 }, "fc1.weight is [5");
        File.Delete(path);
        Assert.Equal(path, Assert.Throws<BadFileException>(() => ModelBundle.Load(_folder.Root)).Path);
    }

    [Fact]
    public void A_feature_that_is_no_number_is_refused_and_the_recording_named()
    {
        using var bundle = Make(new Cnn2d { Channels = [2], Hidden = 4 });
        var values = Values(2);
        values[128 * 128 + 5 * 128] = float.NaN;
        var failure = Assert.Throws<BadFileException>(() => bundle.Probabilities(values));
        Assert.Contains("example 2: row 5 of its features holds NaN", failure.Message);
    }

    [Fact]
    public void A_speaker_is_scaled_by_all_clips_at_hand_also_over_batches()
    {
        var values = Values(70);
        var average = new RowScale([.. new double[128]], [.. Enumerable.Repeat(9.0, 128)]);
        using var bundle = Make( // wide enough that fresh weights never leave all of it dead
            new Cnn2d { Channels = [4], Hidden = 64 }, new SpeakerScaler(new Dictionary<string, RowScale>(), average));
        Utterance[] said = [.. Enumerable.Range(0, 70).Select(i => Features.Tables.Clip($"{i}.wav", i < 66 ? "A" : "B"))];
        var all = bundle.Probabilities(values, said);
        Assert.Equal(Of(0, 66), all[..66], Near);
        Assert.Equal(Of(66, 70), all[66..], Near);
        Assert.NotEqual(bundle.Probabilities(values)[0], all[0]);
        Assert.Equal(bundle.Probabilities(values)[66..], all[66..], Near); // four clips: an average speaker

        double[][] Of(int from, int until) =>
            bundle.Probabilities(values[(from * 128 * 128)..(until * 128 * 128)], said[from..until]);
        static bool Near(double[] a, double[] b) => a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
    }

    private void Refuses(string path, Architecture other, string says)
    {
        using var network = other.Build([1, 128, 128], Labels.Length);
        Weights.Save(network, path);
        var failure = Assert.Throws<BadFileException>(() => ModelBundle.Load(_folder.Root));
        Assert.Equal(path, failure.Path);
        Assert.Contains(says, failure.Message);
    }

    private static ModelBundle Make(Architecture architecture, Scaler? other = null)
    {
        var scaler = other ?? new StandardScaler(
            [.. Enumerable.Range(0, 128).Select(n => -40 + n / 7.0)], [.. Enumerable.Range(0, 128).Select(n => 9 + n / 3.0)]);
        int[] shape = [1, 128, 128];
        var info = new BundleInfo(architecture, new FeatureOptions { Set = "mel128" }, shape, scaler, Labels);
        return new ModelBundle(info, architecture.Build(shape, Labels.Length));
    }

    private static float[] Values(int examples)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, examples * 128 * 128).Select(_ => (float)(-80 * random.NextDouble()))];
    }
}
