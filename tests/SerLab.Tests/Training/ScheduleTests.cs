using System.Text.Json;
using SerLab.Files;
using SerLab.Training;

namespace SerLab.Tests.Training;

[Trait("Kind", "reference")]
public sealed class ScheduleTests
{
    private static readonly JsonElement Reference = JsonDocument.Parse(
        File.ReadAllText(Repository.Fixture("training", "reference.json"))).RootElement;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_plateau_lowers_the_rate_when_PyTorch_does(int which)
    {
        var expected = Reference.GetProperty("plateau")[which];
        var schedule = new PlateauSchedule
        {
            Factor = expected.GetProperty("factor").GetDouble(),
            Patience = expected.GetProperty("patience").GetInt32(),
            Least = expected.GetProperty("least").GetDouble(),
        };
        var history = History(Numbers(expected.GetProperty("losses")));
        var rates = Enumerable.Range(0, history.Length + 1).Select(n => schedule.Rate(0.01, history[..n], 0.5, 100));
        Assert.Equal(Numbers(expected.GetProperty("rates")), rates.ToArray(), Close);
        Assert.NotEqual(0.01, rates.Last());
    }

    [Fact]
    public void Steps_and_cosine_have_PyTorchs_rates_at_the_start_of_each_epoch()
    {
        var history = History([.. Enumerable.Repeat(1.0, 10)]);
        Check("steps", new StepSchedule { Every = 3, Factor = 0.5 });
        Check("cosine", new CosineSchedule { Floor = 0.1 });

        void Check(string name, Schedule schedule) => Assert.Equal(
            Numbers(Reference.GetProperty(name)),
            [.. Enumerable.Range(0, 10).Select(n => schedule.Rate(0.01, history[..n], 0, 10))], Close);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void A_warm_up_rises_step_by_step_to_the_full_rate_and_the_cosine_falls_from_there_to_its_floor()
    {
        var (schedule, history) = (new CosineSchedule { WarmUp = 2, Floor = 0.05 }, History(new double[20]));
        double[] rates =
            [.. Enumerable.Range(0, 200).Select(step => schedule.Rate(1, history[..(step / 10)], step % 10 / 10.0, 20))];
        Assert.Equal(rates[..21].Order(), rates[..21]);
        Assert.Equal(rates[20..].OrderDescending(), rates[20..]);
        Assert.Equal((0.01, 1.0), (rates[0], rates[20]));
        Assert.InRange(rates[^1], 0.05, 0.051);
    }

    [Fact]
    public void Every_kind_comes_back_from_JSON_and_says_what_cannot_hold()
    {
        Schedule[] kinds =
            [new ConstantSchedule(), new CosineSchedule { WarmUp = 3 }, new PlateauSchedule { Patience = 1 }, new StepSchedule()];
        Assert.All(kinds, kind => Assert.Equal(kind, Json.Parse<Schedule>(Json.ToText(kind), "memory")));
        Assert.Contains("schedule.factor is 1", Refused(new PlateauSchedule { Factor = 1 }));
        Assert.Contains("schedule.every is 0", Refused(new StepSchedule { Every = 0 }));
        Assert.Contains("schedule.warmUp is -1", Refused(new CosineSchedule { WarmUp = -1 }));
    }

    private static string Refused(Schedule schedule) =>
        Assert.Throws<BadOptionException>(new TrainingOptions { Schedule = schedule }.Check).Message;

    private static Epoch[] History(double[] losses) =>
        [.. losses.Select((loss, i) => new Epoch(i + 1, new Score(1, 0, 0), new Score(loss, 0, 0), 0, 0))];

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetDouble())];

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Abs(b) + 1e-18;
}
