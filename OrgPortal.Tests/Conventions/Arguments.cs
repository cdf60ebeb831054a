using System.Collections;
using System.Reflection;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Conventions;

/// <summary>Plausible arguments for any method of a service, so that the wall can be tried without knowing the methods.</summary>
internal static class Arguments
{
    public static object?[] For(MethodInfo method, OrganizationId organization) =>
        [.. method.GetParameters().Select(parameter => For(parameter.ParameterType, organization))];

    private static object? For(Type type, OrganizationId organization) => type switch
    {
        _ when type == typeof(OrganizationId) => organization,
        _ when type == typeof(UserId) => UserId.Parse("somebody0001"),
        _ when type == typeof(InvitationId) => InvitationId.Parse("invitation00000000001"),
        _ when type == typeof(OrganizationRoleId) => OrganizationRoleId.Parse("role00000000000000001"),
        _ when type == typeof(string) => "Something",
        _ when type == typeof(Stream) => Stream.Null,
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type == typeof(bool) => false,
        _ when type == typeof(int) => 1,
        _ when type == typeof(long) => 1L,
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
        _ when type == typeof(CancellationToken) => CancellationToken.None,
        _ when Nullable.GetUnderlyingType(type) is not null => null,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => null,
        _ when type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) => OneOf(type.GetGenericArguments()[0], organization),
        _ when type.IsInterface || type.IsAbstract => null,
        _ => Construct(type, organization),
    };

    private static Array OneOf(Type element, OrganizationId organization)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(For(element, organization), 0);
        return array;
    }

    private static object Construct(Type type, OrganizationId organization)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First(c => c.GetParameters() is not [{ } copy] || copy.ParameterType != type);
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => For(p.ParameterType, organization))]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && p.PropertyType == typeof(string) && p.GetValue(made) is null or ""))
        {
            property.SetValue(made, "Something");
        }

        return made;
    }
}
