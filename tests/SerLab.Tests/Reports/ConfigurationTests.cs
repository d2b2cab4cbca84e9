using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Tests.Files;
using SerLab.Training;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class ConfigurationTests
{
    public static TheoryData<string> Recipes =>
        [.. Directory.GetFiles(Repository.Path("recipes"), "*.json").Select(file => Path.GetFileName(file))];

    [Fact]
    public void Without_a_file_and_settings_it_is_the_defaults() =>
        Assert.Equal(new ExperimentOptions(), new Configuration().Options);

    [Fact]
    public void Settings_of_every_type_reach_their_place()
    {
        var options = Set(
            "training.batch=8", "training.learningRate=1e-4", "training.optimizer.kind=adamW", "model.name=cnn2d",
            "model.channels=[4, 8]", "split=random(test=0.3)", "training.schedule.kind=cosine",
            "training.schedule.warmUp=2", "training.specAugment.rowStripes=1", "training.patience=3",
            "scaler=utterance", "features.padding=floor", "twice=neutral", "training.watch=loss", "seeds=3");
        Assert.Equal((8, 1e-4, 3), (options.Training.Batch, options.Training.LearningRate, options.Training.Patience));
        Assert.Equal(OptimizerKind.AdamW, options.Training.Optimizer.Kind);
        Assert.Equal(new Cnn2d { Channels = [4, 8] }, options.Model);
        Assert.Equal(SplitRule.Parse("random(test=0.3)"), options.Split);
        Assert.Equal(new CosineSchedule { WarmUp = 2 }, options.Training.Schedule);
        Assert.Equal(new SpecAugment { RowStripes = 1 }, options.Training.SpecAugment);
        Assert.Equal(
            (ScalerKind.Utterance, Padding.Floor, "neutral"), (options.Scaler, options.Features.Padding, options.Twice));
        Assert.Equal((Watched.Loss, 3), (options.Training.Watch, options.Seeds));
        Assert.Null(Set("training.specAugment.rowStripes=1", "training.specAugment=null").Training.SpecAugment);
    }

    [Fact]
    public void Another_kind_forgets_the_settings_of_the_one_before_and_the_same_kind_keeps_them()
    {
        Assert.Equal(new LeNet2d(), Set("model.name=cnn2d", "model.hidden=3", "model.name=lenet2d").Model);
        Assert.Equal(new Cnn2d { Hidden = 3 }, Set("model.name=cnn2d", "model.hidden=3", "model.name=cnn2d").Model);
    }

    [Theory]
    [InlineData("training.bach=8", "Did you mean 'batch'?")]
    [InlineData("trainin.batch=8", "Did you mean 'training'?")]
    [InlineData("training.schedule.factor=0.1", "The key 'training.schedule.factor' is not known.")]
    [InlineData("training.specAugment.rowStripe=1", "rowStripes")]
    [InlineData("training.batch.size=8", "training.batch.size")]
    [InlineData("model.name=lenet3d", "model.name is 'lenet3d', which is not known. Did you mean 'lenet1d'?")]
    [InlineData("training.batch=many", "training.batch=many: training.batch: a whole number is due there.")]
    [InlineData("training.optimizer.kind=adan", "training.optimizer.kind=adan")]
    [InlineData("split=speakers", "speakers")]
    [InlineData("training", "'training' is no setting")]
    [InlineData("=3", "'=3' is no setting")]
    public void What_does_not_exist_or_fit_is_refused_with_the_mend(string setting, string says) =>
        Assert.Contains(says, Assert.Throws<BadOptionException>(() => Set(setting)).Message);

    [Fact]
    public void A_file_may_hold_any_part_and_settings_go_over_it()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.json"], """{ "training": { "epochs": 7, "batch": 4 } }""");
        var configuration = new Configuration(folder["mine.json"]);
        configuration.Set("training.batch=9");
        Assert.Equal((7, 9), (configuration.Options.Training.Epochs, configuration.Options.Training.Batch));
        File.WriteAllText(folder["odd.json"], """{ "training": { "epoch": 7 } }""");
        var failure = Assert.Throws<BadFileException>(() => new Configuration(folder["odd.json"]));
        Assert.Contains("Did you mean 'epochs'?", failure.Message);
        Assert.Equal(folder["odd.json"], failure.Path);
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Every_recipe_holds_and_its_network_reads_its_features(string file)
    {
        var options = new Configuration(Repository.Path("recipes", file)).Options;
        options.Check();
        options.Model.Build(FeatureSets.Create(options.Features).Shape, 7).Dispose();
    }

    [Fact]
    public void The_recipe_of_tdnn_is_what_its_page_says()
    {
        var options = new Configuration(Repository.Path("recipes", "tdnn.json")).Options;
        Assert.Equal((new Tdnn(), "speech128", ScalerKind.None), (options.Model, options.Features.Set, options.Scaler));
        Assert.Equal(OptimizerKind.AdamW, options.Training.Optimizer.Kind);
        Assert.Equal(new CosineSchedule { WarmUp = 2 }, options.Training.Schedule);
        Assert.Equal((Watched.Last, 0.1), (options.Training.Watch, options.Training.Loss.Smoothing));
        Assert.Equal((1, 1), (options.Training.SpecAugment!.RowStripes, options.Training.SpecAugment.FrameStripes));
        Assert.True(options.Training.SpecAugment is { Stretch: > 0, Roll: > 0 });
    }

    private static ExperimentOptions Set(params string[] settings)
    {
        var configuration = new Configuration();
        Array.ForEach(settings, configuration.Set);
        return configuration.Options;
    }
}
