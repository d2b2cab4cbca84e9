using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>An argument of an operator: a value, or a managed object whose content is laid out for the call.</summary>
internal readonly struct Arg
{
    /// <summary>The absent optional argument.</summary>
    internal static Arg None => default;

    private Arg(Kind kind, long bits) => (Kind, Bits) = (kind, bits);
    private Arg(Kind kind, object? content) => (Kind, Content) = (content is null ? Kind.None : kind, content);

    internal readonly Kind Kind;
    internal readonly long Bits;
    internal readonly object? Content;

    public static implicit operator Arg(Tensor? tensor) => new(Kind.Tensor, tensor);
    public static implicit operator Arg(Tensor[] tensors) => new(Kind.Tensors, tensors);
    public static implicit operator Arg(long[]? values) => new(Kind.Ints, values);
    public static implicit operator Arg(double[]? values) => new(Kind.Doubles, values);
    public static implicit operator Arg(string? text) => new(Kind.Text, text);
    public static implicit operator Arg(Generator? generator) => new(Kind.Generator, generator);
    public static implicit operator Arg(bool value) => new(Kind.Bool, value ? 1 : 0);
    public static implicit operator Arg(long value) => new(Kind.Int, value);
    public static implicit operator Arg(double value) => new(Kind.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Arg(ScalarType type) => new(Kind.Int, (long)type);
    public static implicit operator Arg(ScalarType? type) => type is { } t ? t : None;
    public static implicit operator Arg(long? value) => value is { } v ? v : None;
    public static implicit operator Arg(double? value) => value is { } v ? v : None;
    public static implicit operator Arg(bool? value) => value is { } v ? v : None;
    public static implicit operator Arg(Scalar? scalar) => scalar is null ? None : new(scalar.Kind, scalar.Bits);

    public static implicit operator Arg(Device? device) =>
        device is null ? None : new(Kind.Device, ((long)device.type << 32) | (uint)device.index);

    /// <summary>A list in which some tensors may be absent, as an indexer takes it.</summary>
    internal static Arg MaybeTensors(Tensor?[] tensors) => new(Kind.MaybeTensors, tensors);
}
