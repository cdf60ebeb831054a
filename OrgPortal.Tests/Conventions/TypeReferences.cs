using System.Reflection;
using System.Reflection.Emit;

namespace OrgPortal.Tests.Conventions;

/// <summary>What a type names: in its signatures, its attributes and its code, generated parts included.</summary>
internal static class TypeReferences
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types that a type names.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        Add(found, type.GetInterfaces());
        foreach (var field in type.GetFields(Everything))
        {
            Add(found, field.FieldType);
        }

        foreach (var property in type.GetProperties(Everything))
        {
            Add(found, property.PropertyType);
        }

        foreach (var method in MethodsOf(type))
        {
            Add(found, [.. method.GetParameters().Select(parameter => parameter.ParameterType)]);
            Add(found, (method as MethodInfo)?.ReturnType);
            foreach (var member in MembersUsedBy(method))
            {
                Add(found, member as Type ?? member.DeclaringType);
                Add(found, member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : []);
                Add(found, member is MethodInfo called ? called.ReturnType : null);
            }
        }

        return found;
    }

    /// <summary>The members that a type's code calls or reads.</summary>
    public static IEnumerable<MemberInfo> MembersUsedBy(Type type) => MethodsOf(type).SelectMany(MembersUsedBy);

    private static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything));

    private static IEnumerable<MemberInfo> MembersUsedBy(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | il[at + 1]))] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments) is { } member)
            {
                yield return member;
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static void Add(HashSet<Type> found, params Type?[] types)
    {
        foreach (var type in types)
        {
            if (type is null || type.IsGenericParameter)
            {
                continue;
            }

            if (type.HasElementType)
            {
                Add(found, type.GetElementType());
            }
            else if (type.IsGenericType && found.Add(type.GetGenericTypeDefinition()))
            {
                Add(found, type.GetGenericArguments());
            }
            else if (type.IsGenericType)
            {
                Add(found, [.. type.GetGenericArguments().Where(argument => !found.Contains(argument))]);
            }
            else
            {
                found.Add(type);
            }
        }
    }
}
