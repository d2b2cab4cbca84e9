using SerLab.Evaluation;

namespace SerLab.Reports.Claims;

/// <summary>What running a claim showed.</summary>
public enum Verdict
{
    /// <summary>Its protocol reaches the claimed score, and unseen speakers do not tell against it.</summary>
    Reproduced,

    /// <summary>Its protocol reaches the claimed score, and on unseen speakers its recipe stays below it.</summary>
    OnlyByLeak,

    /// <summary>Its own protocol stays below the claimed score.</summary>
    NotReproduced,

    /// <summary>The protocol ran on another corpus: only what its split is worth shows.</summary>
    LeakAlone,

    /// <summary>Training was cut short, so nothing is judged.</summary>
    QuickLook,

    /// <summary>It was not run.</summary>
    CannotBeRun,
}

/// <summary>The rule by which claims are judged.</summary>
public static class Verdicts
{
    /// <summary>
    /// A claim is reached where it is not above the interval; rounding counts for it. It is reproduced where the
    /// published protocol reaches it, only by leak where the same recipe on unseen speakers then does not.
    /// </summary>
    /// <param name="claimed">The number; a bound (<c>over 80 %</c>, <c>up to 100 %</c>) is judged as the score.</param>
    /// <param name="published">The score under the published protocol; its value where it has no interval.</param>
    /// <param name="honest">The score on unseen speakers.</param>
    public static Verdict Of(ClaimedNumber claimed, Interval published, Interval honest) =>
        Of(Reaches(published, claimed), Reaches(honest, claimed));

    /// <summary>The verdict on any claim that a way of testing bears out or not.</summary>
    /// <param name="holdsAsPublished">It comes out under the published protocol.</param>
    /// <param name="holdsHonestly">It comes out on unseen speakers.</param>
    public static Verdict Of(bool holdsAsPublished, bool holdsHonestly) => (holdsAsPublished, holdsHonestly) switch
    {
        (false, _) => Verdict.NotReproduced,
        (true, false) => Verdict.OnlyByLeak,
        _ => Verdict.Reproduced,
    };

    /// <summary>The verdict as tables say it.</summary>
    public static string Words(this Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "reproduced",
        Verdict.OnlyByLeak => "only by leak",
        Verdict.NotReproduced => "not reproduced",
        Verdict.LeakAlone => "another corpus",
        Verdict.QuickLook => "quick look",
        _ => "cannot be run",
    };

    private static bool Reaches(Interval measured, ClaimedNumber claimed) =>
        claimed.Measure - claimed.Rounding <= (measured.High ?? measured.Value);
}
