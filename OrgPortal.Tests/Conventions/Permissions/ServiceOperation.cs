using System.Reflection;
using System.Runtime.ExceptionServices;
using OrgPortal.Web;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>One method of one service, found by reflection.</summary>
internal sealed record ServiceOperation(MethodInfo Method)
{
    public string Name { get; } = $"{Method.DeclaringType!.Name}.{Method.Name}";

    public bool IsOnAnOrganization { get; } = Takes(Method, typeof(OrganizationId));

    /// <summary>Every method of every service, by name.</summary>
    public static IReadOnlyList<ServiceOperation> All { get; } =
    [
        .. from type in typeof(PortalApplication).Assembly.GetTypes()
           where type is { IsInterface: true } && type.Name.EndsWith("Service", StringComparison.Ordinal)
               && type.Namespace?.StartsWith("OrgPortal.Web.Features.", StringComparison.Ordinal) is true
           from method in type.GetMethods()
           where !method.IsSpecialName
           let operation = new ServiceOperation(method)
           orderby operation.Name
           select operation,
    ];

    public static ServiceOperation Named(string name) => All.Single(operation => operation.Name == name);

    public bool Takes(Type type) => Takes(Method, type);

    /// <summary>Calls the method and waits for its answer, however it comes.</summary>
    /// <returns>What it answered: a result, a value, or a list of what was streamed.</returns>
    public async Task<object?> CallAsync(object service, object?[] arguments)
    {
        object? answer;
        try
        {
            answer = Method.Invoke(service, arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }

        if (answer is not null && answer.GetType().GetMethod("AsTask") is { } asTask)
        {
            answer = asTask.Invoke(answer, null);
        }

        if (answer is Task task)
        {
            await task;
            answer = task.GetType().GetProperty("Result")?.GetValue(task);
        }

        return answer;
    }

    /// <summary>Why it was not done; <see langword="null"/> when it was.</summary>
    public static Failure? FailureOf(object? answer) => answer?.GetType().GetProperty("Failure")?.GetValue(answer) as Failure;

    public override string ToString() => Name;

    private static bool Takes(MethodInfo method, Type type) =>
        method.GetParameters().Any(parameter => parameter.ParameterType == type || Nullable.GetUnderlyingType(parameter.ParameterType) == type);
}
