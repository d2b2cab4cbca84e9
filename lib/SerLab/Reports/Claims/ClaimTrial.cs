namespace SerLab.Reports.Claims;

/// <summary>That a claim was run, as <c>claim.json</c> beside its runs says it.</summary>
/// <param name="Claim">Its id.</param>
/// <param name="Corpus">The corpus it was run on.</param>
/// <param name="Recordings">How many recordings that had.</param>
/// <param name="IsOtherCorpus">The claim is about another corpus, or does not say about which.</param>
/// <param name="Epochs">The epochs after which training was cut short; null where it was not.</param>
public sealed record ClaimTrial(string Claim, string Corpus, int Recordings, bool IsOtherCorpus, int? Epochs)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "claim.json";
}
