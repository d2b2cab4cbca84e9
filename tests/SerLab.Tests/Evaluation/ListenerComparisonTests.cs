using SerLab.Evaluation;
using SerLab.Files;
using SerLab.Tests.Files;

namespace SerLab.Tests.Evaluation;

[Trait("Kind", "law")]
public sealed class ListenerComparisonTests
{
    private const string Header = "\"\",\"A\",\"D\",\"F\",\"H\",\"N\",\"S\",\"fileName\",\"numResponses\"";
    private static readonly string[] Labels = ["neutral", "happy", "sad", "angry", "fear", "disgust"];
    private static readonly string[] Codes = ["NEU", "HAP", "SAD", "ANG", "FEA", "DIS"];

    [Fact]
    public void The_rows_of_all_votes_add_up_within_rounding_and_to_the_share_of_votes_that_are_right()
    {
        var human = ListenerConfusion.CremaDVoice;
        for (var row = 0; row < 6; row++)
        {
            Assert.Equal(1, Enumerable.Range(0, 6).Sum(column => human.Shares[row, column]), 0.0021);
        }
        int[] votes = [11822, 11592, 11609, 11540, 10240, 11765]; // counted in the corpus's table
        Assert.Equal(0.40003, votes.Select((count, i) => count * human.Shares[i, i]).Sum() / votes.Sum(), 2e-4);
    }

    [Fact]
    public void A_model_that_confuses_as_listeners_do_correlates_with_them_and_one_that_does_not_does_not()
    {
        var human = ListenerConfusion.CremaDVoice.InOrderOf(Labels);
        var alike = ListenerComparison.Of(Model((truth, i) => Heard(human, truth, (i + 0.5) / 200), 200));
        Assert.True(alike.Correlation > 0.99, $"{alike.Correlation}");
        Assert.Equal(alike.HumanUar, alike.ModelUar, 0.01);
        var other = ListenerComparison.Of(Model((truth, i) => i % 2 == 0 ? truth : (truth + 1) % 6, 200));
        Assert.True(other.Correlation < 0.3, $"{other.Correlation}");
        Assert.Equal(("neutral", 200, 0.762, 0.5), Of(other.Recalls[0]));
        Assert.True(double.IsNaN(ListenerComparison.Of(Model((truth, _) => truth, 2)).Correlation));

        static (string, int, double, double) Of(ListenerRecall r) => (r.Emotion, r.Clips, r.Listeners, r.Model);
    }

    [Fact]
    public void Votes_for_the_voice_are_taken_clip_by_clip()
    {
        using var folder = new TemporaryFolder();
        // Ten votes a clip, seven right; the second clip of each emotion has five right, five for the next.
        var votes = Enumerable.Range(0, 12).Select(clip => Line(100_001 + clip, clip, right: clip < 6 ? 7 : 5));
        var faces = Enumerable.Range(0, 12).Select(clip => Line(200_001 + clip, clip, right: 10));
        File.WriteAllLines(folder["votes.csv"], [Header, .. votes, .. faces]);
        var read = ListenerVotes.Read(folder["votes.csv"]);
        var found = ListenerComparison.Of(Model((truth, i) => i == 0 ? truth : (truth + 2) % 6, 2), read);
        Assert.Equal(12, read.Clips);
        Assert.All(found.Recalls, recall => Assert.Equal(0.6, recall.Listeners, 1e-12));
        Assert.Equal(new ClipsByListeners(6, 1, 6, 0), found.ByClip);
        Assert.Null(read.Of("1001_XXX_HAP_XX.wav"));
    }

    [Fact]
    public void What_is_not_CREMA_D_is_refused_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["votes.csv"], [Header, Line(100_001, 0, 5)]);
        File.WriteAllLines(folder["faces.csv"], [Header, Line(200_001, 0, 5)]);
        File.WriteAllLines(folder["twice.csv"], [Header, Line(100_001, 0, 5), Line(100_002, 0, 5)]);
        File.WriteAllLines(folder["odd.csv"], ["a,b", "1,2"]);
        var model = Model((truth, _) => truth, 2);
        Assert.Contains("no votes for 1001_", Problem(
            () => ListenerComparison.Of(model, ListenerVotes.Read(folder["votes.csv"]))));
        Assert.Contains("voice alone", Bad(() => ListenerVotes.Read(folder["faces.csv"])));
        Assert.Contains("line 3", Bad(() => ListenerVotes.Read(folder["twice.csv"])));
        Assert.Contains("lacks the column", Bad(() => ListenerVotes.Read(folder["odd.csv"])));
        Assert.Contains("OAF_back", Problem(
            () => ListenerComparison.Of(new(Labels, [new("OAF_back_sad.wav", "OAF", 0, [1, 0, 0, 0, 0, 0])]))));
        Assert.Contains("chose between", Problem(
            () => ListenerComparison.Of(new(Labels, [.. model.Rows.Where(row => row.Truth != 1)]))));

        static string Problem(Action act) => Assert.Throws<BadOptionException>(act).Message;
        static string Bad(Action act) => Assert.Throws<BadFileException>(act).Message;
    }

    private static string Line(int key, int clip, int right)
    {
        var votes = new int[6];
        var own = ListenerVotes.Labels.Index().First(label => label.Item == Labels[clip % 6]).Index;
        (votes[own], votes[(own + 1) % 6]) = (right, 10 - right);
        return $"\"{key}\",{string.Join(',', votes)},\"{Name(clip % 6, clip / 6)}\",10";
    }

    private static string Name(int emotion, int clip) => $"{1001 + clip}_IEO_{Codes[emotion]}_HI";

    private static Predictions Model(Func<int, int, int> hear, int clips) => new(
        Labels,
        [.. Enumerable.Range(0, 6).SelectMany(truth => Enumerable.Range(0, clips).Select(i => new Prediction(
            $"here/{Name(truth, i)}.wav", $"{1001 + i}", truth,
            [.. Labels.Select((_, label) => label == hear(truth, i) ? 0.5 : 0.1)])))]);

    private static int Heard(ListenerConfusion human, int truth, double at)
    {
        var sum = 0.0;
        for (var label = 0; label < 6; label++)
        {
            sum += human.Shares[truth, label];
            if (at < sum)
            {
                return label;
            }
        }
        return truth;
    }
}
