namespace SerLab.Splits;

/// <summary>Fixed folds of the EmoBox benchmark (Ma et al., Interspeech 2024, arXiv 2406.07162).</summary>
public static class EmoBox
{
    /// <summary>RAVDESS: the actors of each of six folds of unseen actors, each actor in one.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> RavdessActors { get; } =
    [
        [1, 11, 20, 21], [4, 10, 12, 14], [8, 9, 19, 23], [3, 5, 7, 24], [2, 15, 16, 18], [6, 13, 17, 22],
    ];

    /// <summary>The same as a rule, with the speakers named as RAVDESS names them: <c>Actor_01</c>.</summary>
    public static SpeakerGroups Ravdess { get; } = new()
    {
        Groups = [.. RavdessActors.Select(g => (IReadOnlyList<string>)[.. g.Select(a => $"Actor_{a:00}")])],
    };
}
