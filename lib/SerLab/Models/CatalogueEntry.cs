namespace SerLab.Models;

/// <summary>How a network reads the features of a clip.</summary>
public enum InputKind
{
    /// <summary>All values in a row, whatever their shape.</summary>
    Values,

    /// <summary>Rows over frames; the values of a vector stand for frames.</summary>
    Sequence,

    /// <summary>An image of rows and frames; a vector cannot be read.</summary>
    Image,
}

/// <summary>One network of the catalogue.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="About">What it is, in a few words.</param>
/// <param name="Reads">How it reads features.</param>
/// <param name="Features">A feature set that is typical for it.</param>
/// <param name="Architecture">The network with its default options.</param>
public sealed record CatalogueEntry(
    string Name, string About, InputKind Reads, string Features, Architecture Architecture);
