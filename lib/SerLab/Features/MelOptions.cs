namespace SerLab.Features;

/// <summary>How frequency is bent into mels.</summary>
public enum MelScale
{
    /// <summary>Slaney's: linear below 1 kHz, logarithmic above; librosa's default.</summary>
    Slaney,

    /// <summary>HTK's: 2595 · log10(1 + f / 700).</summary>
    Htk,
}

/// <summary>How a mel filter is scaled.</summary>
public enum MelNorm
{
    /// <summary>An area of one in Hz; librosa's default (<c>norm="slaney"</c>).</summary>
    Area,

    /// <summary>A peak of one (<c>norm=None</c>).</summary>
    None,
}

/// <summary>Which mel bands; defaults are librosa's.</summary>
public sealed record MelOptions
{
    /// <summary>Number of bands, above 0.</summary>
    public int Bands { get; init; } = 128;

    /// <summary>Lower edge of the lowest band in Hz, from 0.</summary>
    public double LowHz { get; init; }

    /// <summary>Upper edge of the highest band in Hz; null is half the sample rate.</summary>
    public double? HighHz { get; init; }

    /// <summary>The scale on which the bands are evenly spaced.</summary>
    public MelScale Scale { get; init; } = MelScale.Slaney;

    /// <summary>How the filters are scaled.</summary>
    public MelNorm Norm { get; init; } = MelNorm.Area;
}
