namespace SerLab.Splits;

/// <summary>What a rule keeps on one side of the split.</summary>
public enum SplitKey
{
    /// <summary>Nothing: every utterance is drawn on its own, so speakers and phrases are on both sides.</summary>
    None,

    /// <summary>All utterances of a speaker.</summary>
    Speaker,

    /// <summary>All utterances of a phrase.</summary>
    Phrase,

    /// <summary>All of a speaker and all of a phrase at once; what is of both sides is used nowhere.</summary>
    SpeakerAndPhrase,

    /// <summary>All utterances of a corpus, where several are read together.</summary>
    Corpus,
}
