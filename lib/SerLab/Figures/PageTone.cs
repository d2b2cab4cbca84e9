namespace SerLab.Figures;

/// <summary>How a sentence that stands out on an <see cref="HtmlPage"/> is meant.</summary>
public enum PageTone
{
    /// <summary>Neither good nor bad.</summary>
    Plain,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Something is wrong.</summary>
    Bad,

    /// <summary>It cannot be told.</summary>
    Doubt,
}
