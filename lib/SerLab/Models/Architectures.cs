using SerLab.Files;

namespace SerLab.Models;

/// <summary>The catalogue of architectures, by name.</summary>
public static class Architectures
{
    /// <summary>The names, small networks first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["lenet2d", "cnn2d"];

    /// <summary>The architecture of that name with its default options.</summary>
    /// <exception cref="BadOptionException">There is none of that name.</exception>
    public static Architecture Create(string name) => name switch
    {
        "lenet2d" => new LeNet2d(),
        "cnn2d" => new Cnn2d(),
        _ => throw new BadOptionException(
            $"There is no model '{name}'.", $"Use one of: {string.Join(", ", Names)}."),
    };
}
