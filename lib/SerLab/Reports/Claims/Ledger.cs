using System.Text;
using SerLab.Files;

namespace SerLab.Reports.Claims;

/// <summary>All published results that SerLab knows, as data.</summary>
public sealed class Ledger
{
    private const string Resource = "claims.json";

    private Ledger(IReadOnlyList<Claim> claims) => Claims = claims;

    /// <summary>In the order of the projects.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The ledger that the library carries.</summary>
    public static Ledger Read()
    {
        using var stream = typeof(Ledger).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without {Resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new Ledger(Json.Parse<Content>(reader.ReadToEnd(), Resource).Claims);
    }

    /// <summary>The claim of that name, or those of that project.</summary>
    /// <exception cref="BadOptionException">There is none; the nearest name is given.</exception>
    public IReadOnlyList<Claim> Named(string name)
    {
        var found = Claims.Where(claim => Is(claim.Id, name) || Is(claim.Project, name)).ToArray();
        var names = Claims.Select(claim => claim.Id).Concat(Claims.Select(claim => claim.Project).Distinct()).ToArray();
        return found.Length > 0 ? found : throw new BadOptionException(
            $"There is no claim '{name}'.",
            (NearestWord.Of(name, names) is { } nearest ? $"Did you mean '{nearest}'? " : "") +
            "`serlab reproduce --list` lists them all.");
    }

    private static bool Is(string own, string name) => own.Equals(name, StringComparison.OrdinalIgnoreCase);

    private sealed record Content(IReadOnlyList<Claim> Claims);
}
