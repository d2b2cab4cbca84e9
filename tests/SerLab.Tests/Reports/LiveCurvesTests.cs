using System.Text.Json.Nodes;
using SerLab.Figures;
using SerLab.Reports;
using SerLab.Training;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public sealed class LiveCurvesTests
{
    private readonly HandClock _clock = new();
    private readonly List<Figure> _shown = [];

    [Fact]
    public void The_first_and_the_last_epoch_are_shown_and_between_them_one_drawing_a_second()
    {
        using (var curves = Curves())
        {
            Train(curves, epochs: 32, secondsEach: 0.125);
            Assert.Equal([1, 9, 17, 25], _shown.Select(Length));
        }
        Assert.Equal([1, 9, 17, 25, 32], _shown.Select(Length));
    }

    [Fact]
    public void Slow_epochs_are_all_shown_each_once()
    {
        using (var curves = Curves())
        {
            Train(curves, epochs: 4, secondsEach: 60);
        }
        Assert.Equal([1, 2, 3, 4], _shown.Select(Length));
    }

    [Fact]
    public void An_epoch_that_came_too_soon_is_shown_while_the_next_one_runs()
    {
        using var curves = Curves();
        curves.Report(Step(1));
        curves.Report(Step(2));
        _clock.Seconds += 1.5;
        curves.Report(new ExperimentProgress("training", 1, 100));
        Assert.Equal([1, 2], _shown.Select(Length));
    }

    [Fact]
    public void The_next_fold_begins_anew_and_a_resumed_training_goes_on_where_it_was()
    {
        using (var curves = Curves())
        {
            Train(curves, epochs: 3, secondsEach: 2);
            _clock.Seconds += 2;
            curves.Report(Step(1));
            Assert.Equal([1, 2, 3, 1], _shown.Select(Length));
        }
        using (var resumed = Curves())
        {
            resumed.Report(Step(7));
        }
        Assert.StartsWith("Best at epoch 7 of 7", _shown[^1].Finding);
    }

    [Fact]
    public void Of_several_trainings_each_has_its_own_curves_and_the_note_says_which()
    {
        using var curves = Curves();
        foreach (var (number, part) in new[] { (1, "training 1 of 2"), (2, "training 2 of 2"), (3, "training 2 of 2") })
        {
            curves.Report(Step(number) with { Part = part });
            _clock.Seconds += 2;
        }
        Assert.Equal([1, 1, 2], _shown.Select(Length));
        Assert.Equal("training 2 of 2, epoch 3, still training", _shown[^1].Note);
    }

    [Fact]
    public void The_best_epoch_is_that_of_the_score_watched()
    {
        using var curves = new LiveCurves("a network", _shown.Add, _clock) { Watch = Watched.Loss };
        curves.Report(new("training", 1, 9, new Epoch(1, new Score(1, 1, 1), new Score(0.5, 1, 0.2), 1, 1)));
        _clock.Seconds += 2;
        curves.Report(new("training", 1, 9, new Epoch(2, new Score(1, 1, 1), new Score(0.9, 1, 0.8), 1, 1)));
        Assert.StartsWith("Best at epoch 1 of 2", _shown[^1].Finding);
    }

    [Fact]
    public void Nothing_is_shown_before_an_epoch_ends()
    {
        using (var curves = Curves())
        {
            curves.Report(new ExperimentProgress("features", 3, 10));
            curves.Report(new ExperimentProgress("training", 1, 10));
        }
        Assert.Empty(_shown);
    }

    [Fact]
    public void A_live_figure_says_so_and_a_notebook_shows_it_without_scripts_or_a_large_picture()
    {
        using var curves = Curves();
        curves.Report(Step(1));
        var figure = Assert.Single(_shown);
        Assert.Equal("epoch 1, still training", figure.Note);
        var bundle = FigureFormatters.Make(() => null).ToDictionary(f => f.MimeType, f => Text(f, figure));
        Assert.Equal(("", $"<p>{figure.Finding}</p>"), (bundle["image/png"], bundle["text/html"]));
        Assert.Equal(figure.ToJson(), bundle["application/vnd.plotly.v1+json"]);
    }

    private LiveCurves Curves() => new("a network", _shown.Add, _clock);

    private void Train(LiveCurves curves, int epochs, double secondsEach)
    {
        for (var number = 1; number <= epochs; number++)
        {
            _clock.Seconds += secondsEach;
            curves.Report(Step(number));
        }
    }

    private static ExperimentProgress Step(int number) => new(
        "training", number, 100,
        new Epoch(number, new Score(1.0 / number, 0.5, 0.5), new Score(1.2 / number, 0.4, 0.01 * number), 0.001, 1));

    private static int Length(Figure figure) =>
        JsonNode.Parse(figure.ToJson())!["data"]![0]!["x"]!.AsArray().Count;

    private static string Text(TypeFormatter formatter, Figure figure)
    {
        var writer = new StringWriter();
        formatter.Format(figure, writer);
        return writer.ToString();
    }
}
