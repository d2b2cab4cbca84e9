using System.Text.RegularExpressions;
using SerLab.Files;

namespace SerLab.Tests;

/// <summary>The rooms of the library, in the order of the data: a room uses those above it, never one below.</summary>
[Trait("Kind", "law")]
public sealed partial class RoomsTests
{
    private static readonly string[] Rooms =
    [
        "Files", "Figures", "Audio", "Corpora", "Augmentation", "Features", "Splits", "Models", "Training",
        "Evaluation", "Explanation", "Text", "Reports",
    ];

    [Fact]
    public void No_room_uses_a_room_below_it()
    {
        var wrong =
            from type in typeof(SerLabException).Assembly.GetTypes()
            let room = RoomOf(type)
            where room is not null
            from used in CompiledReferences.Of(type).Select(RoomOf).OfType<string>().Distinct()
            where Array.IndexOf(Rooms, used) > Array.IndexOf(Rooms, room)
            select $"{type} uses {used}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void The_reader_of_references_sees_what_a_method_body_uses()
    {
        Assert.Contains(typeof(Regex), CompiledReferences.Of(typeof(RoomsTests)));
        Assert.Contains(typeof(SerLabException), CompiledReferences.Of(typeof(RoomsTests)));
    }

    [Fact]
    public void Every_type_lives_in_the_namespace_of_a_room()
    {
        var homeless = typeof(SerLabException).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("SerLab", StringComparison.Ordinal) == true)
            .Where(type => RoomOf(type) is not { } room || !Rooms.Contains(room));
        Assert.Empty(homeless);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var library = Path.Combine(Repository.Root, "lib", "SerLab");
        var wrong =
            from file in Directory.EnumerateFiles(library, "*.cs", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(library, Path.GetDirectoryName(file)!).Replace('/', '.')
            where NamespaceLine().Match(File.ReadAllText(file)).Groups[1].Value != $"SerLab.{folder}"
            select file;
        Assert.Empty(wrong);
    }

    private static string? RoomOf(Type type) =>
        type.Namespace?.Split('.') is ["SerLab", var room, ..] && type.Assembly == typeof(SerLabException).Assembly ? room : null;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
