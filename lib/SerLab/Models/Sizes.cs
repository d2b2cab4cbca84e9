using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SerLab.Models;

/// <summary>
/// A list of counts among the options of a network, a list in JSON; two are equal when their numbers are.
/// </summary>
[CollectionBuilder(typeof(Sizes), nameof(Of))]
[JsonConverter(typeof(Converter))]
public sealed class Sizes : IReadOnlyList<int>, IEquatable<Sizes>
{
    private readonly int[] _values;

    private Sizes(int[] values) => _values = values;

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public int this[int index] => _values[index];

    /// <summary>The list of these numbers.</summary>
    public static Sizes Of(ReadOnlySpan<int> values) => new(values.ToArray());

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Sizes? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sizes);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(_values.Length, HashCode.Combine);

    /// <summary>The numbers in brackets: <c>[16, 32, 64]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", _values)}]";

    private sealed class Converter : JsonConverter<Sizes>
    {
        public override Sizes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<int[]>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Sizes value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value._values, options);
    }
}
