using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace SerLab.Tests;

/// <summary>The types that a compiled type uses: in signatures, fields, bases and method bodies.</summary>
internal static class CompiledReferences
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance |
        BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type)
    {
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).ToArray();
        var used = new List<Type?> { type.BaseType };
        used.AddRange(type.GetInterfaces());
        used.AddRange(type.GetFields(All).Select(field => field.FieldType));
        used.AddRange(methods.SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)));
        used.AddRange(methods.OfType<MethodInfo>().Select(method => method.ReturnType));
        used.AddRange(methods.SelectMany(InBody));
        return used.OfType<Type>().SelectMany(Unwrap).Distinct();
    }

    private static IEnumerable<Type> Unwrap(Type type) =>
        (type.HasElementType ? Unwrap(type.GetElementType()!) : [type]).Concat(type.GetGenericArguments());

    private static IEnumerable<Type> InBody(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                foreach (var type in Resolve(method, BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at))))
                {
                    yield return type;
                }
            }
            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static IEnumerable<Type> Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType?.IsGenericType == true ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod) switch
        {
            Type type => [type],
            MethodInfo called when called.IsGenericMethod => [called.DeclaringType!, .. called.GetGenericArguments()],
            { DeclaringType: { } declaring } => [declaring],
            _ => [],
        };
    }

    private static int OperandSize(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at)),
        _ => 4,
    };
}
