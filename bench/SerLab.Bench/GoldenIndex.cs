using System.Text.Json;
using SerLab.Files;

namespace SerLab.Bench;

/// <summary>librosa's numbers: what <c>index.json</c> of a folder says about the vectors beside it.</summary>
/// <param name="MadeWith">Versions by library.</param>
/// <param name="Signals">Signals by name.</param>
internal sealed record GoldenIndex(
    IReadOnlyDictionary<string, string> MadeWith, IReadOnlyDictionary<string, GoldenSignal> Signals)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>The folder of the index.</summary>
    public string Folder { get; private init; } = "";

    /// <exception cref="BadFileException">The folder has no index, or one that does not read.</exception>
    public static GoldenIndex Read(string folder)
    {
        var path = Path.Combine(folder, "index.json");
        try
        {
            return JsonSerializer.Deserialize<GoldenIndex>(File.ReadAllText(path), Options)! with { Folder = folder };
        }
        catch (Exception failure) when (failure is IOException or JsonException)
        {
            throw new BadFileException(
                path, $"cannot be read: {failure.Message}", "Name a folder of golden vectors.", failure);
        }
    }

    /// <summary>A vector, flat in C order.</summary>
    public float[] Vector(string signal, string feature) => Npy.Read(Path.Combine(
        Folder, Signals[signal].Features[feature].File
            ?? throw new BadFileException(Folder, $"it has no {feature} of {signal}.", "Use a whole set."))).ToFloats();
}

/// <summary>One input.</summary>
/// <param name="Wav">The sound file, below the folder of the index.</param>
/// <param name="Description">What it sounds like.</param>
/// <param name="Values">Numbers about it by name, such as its tuning; lists where librosa's own answer varies.</param>
/// <param name="Features">Vectors by name.</param>
internal sealed record GoldenSignal(
    string Wav, string Description, IReadOnlyDictionary<string, JsonElement> Values,
    IReadOnlyDictionary<string, GoldenVector> Features);

/// <summary>What librosa gives, and how near is near enough; the names are those of <c>index.json</c>.</summary>
internal sealed record GoldenVector
{
    public string? File { get; init; }

    public int[] Shape { get; init; } = [];

    public string Call { get; init; } = "";

    public double Rtol { get; init; }

    public double Atol { get; init; }

    public double Outliers { get; init; }

    public GoldenPart[]? Parts { get; init; }

    public bool Unstable { get; init; }

    public string? Raises { get; init; }

    public double SpreadFloat32 { get; init; }

    public double OutsideFloat32 { get; init; }

    public double SpreadFloat64 { get; init; }

    public double OutsideFloat64 { get; init; }

    /// <summary>The tolerances by rows; one for all where the vector is no set.</summary>
    public IReadOnlyList<GoldenPart> Tolerances => Parts ?? [new GoldenPart([0, Shape[0]], Rtol, Atol)];
}

/// <summary>Rows [first, end) whose values may differ by <c>Atol + Rtol · |value|</c>.</summary>
internal sealed record GoldenPart(int[] Rows, double Rtol, double Atol);
