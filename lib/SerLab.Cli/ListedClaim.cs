using SerLab.Reports.Claims;

namespace SerLab.Cli;

/// <summary>A claim in <c>serlab reproduce --list</c>.</summary>
internal sealed class ListedClaim(Claim claim, ClaimCorpora corpora)
{
    private static readonly string[] Header = ["claim", "corpus", "claimed", "can be run here"];

    public string Id => claim.Id;

    public string Project => claim.Project;

    public string Source => claim.Source;

    public string About => claim.About;

    public string? Corpus => claim.Corpus;

    public string Protocol => claim.Protocol;

    public IReadOnlyList<ClaimedNumber> Numbers => claim.Numbers;

    /// <summary>Why it cannot be run here; null where it can.</summary>
    public string? WhyNotHere => WhyNot(claim, corpora, isOnOther: false);

    /// <summary>Why a claim cannot be run on the corpora that are here; null where it can.</summary>
    public static string? WhyNot(Claim claim, ClaimCorpora corpora, bool isOnOther) =>
        claim.Recipe is null ? claim.Cannot
        : isOnOther ? null
        : claim.Cannot is not null ? claim.Cannot
        : corpora.Has(claim.Corpus!) ? null
        : $"The corpus {claim.Corpus} is not here; --data names its folder, --on another corpus.";

    public static string Text(IReadOnlyList<ListedClaim> claims) => ClaimsReport.Table(Header, claims.Select(Row));

    private static string[] Row(ListedClaim one)
    {
        var numbers = string.Join(" / ", one.Numbers.Select(number => $"{number}").DefaultIfEmpty("-"));
        return [one.Id, one.Corpus ?? "-", numbers, one.WhyNotHere is { } why ? $"no: {why}" : "yes"];
    }
}
