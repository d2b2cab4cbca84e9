using System.Text.RegularExpressions;

namespace SerLab.Corpora;

/// <summary>How one corpus writes its labels into file names.</summary>
public interface ICorpusNames
{
    /// <summary>Name of the corpus: <c>tess</c>, <c>ravdess</c>, …</summary>
    string Corpus { get; }

    /// <summary>The pattern of a name, for messages: <c>OAF_back_angry</c>.</summary>
    string Example { get; }

    /// <summary>
    /// Names of folders that are parts of the corpus (one speaker, one emotion), so that the folder above is the
    /// corpus.
    /// </summary>
    Regex PartFolder { get; }

    /// <summary>The labels in a name.</summary>
    /// <param name="id">The path below the corpus folder, with '/' and without extension.</param>
    /// <param name="file">The path to open.</param>
    /// <returns>Null when the name is not one of this corpus, to the letter.</returns>
    Utterance? Parse(string id, string file);

    /// <summary>Each speaker's sex from a table that lies beside the recordings; empty where there is none.</summary>
    /// <param name="folder">The corpus folder.</param>
    /// <exception cref="Files.BadFileException">The table is broken.</exception>
    IReadOnlyDictionary<string, Sex> SexOfSpeakers(string folder) => new Dictionary<string, Sex>();
}
