using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OrgPortal.Tests.Conventions.Calls;

/// <summary>A client of Logto with an ear at it, which hears what it is asked word for word: <c>IUsersClient.GetAsync(user-1)</c>.</summary>
public class ClientEar : DispatchProxy
{
    private object _inner = null!;
    private ConcurrentQueue<string> _heard = null!;

    /// <summary>Puts an ear at every client that is registered as an instance.</summary>
    /// <param name="services">With the clients.</param>
    /// <param name="heard">What they are asked, in order.</param>
    public static void PutAt(IServiceCollection services, ConcurrentQueue<string> heard)
    {
        foreach (var (type, client) in services.Where(IsClient).Select(service => (service.ServiceType, service.ImplementationInstance!)).ToList())
        {
            var ear = Create(type, typeof(ClientEar));
            ((ClientEar)ear)._inner = client;
            ((ClientEar)ear)._heard = heard;
            services.Replace(ServiceDescriptor.Singleton(type, ear));
        }
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        // What answers at once, such as forgetting what was remembered, asks nothing of Logto.
        if (targetMethod!.ReturnType.IsAssignableTo(typeof(Task)))
        {
            _heard.Enqueue($"{targetMethod.DeclaringType!.Name}.{targetMethod.Name}({string.Join(", ", args!.Where(argument => argument is not CancellationToken).Select(Shown))})");
        }

        return targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }

    private static bool IsClient(ServiceDescriptor service) =>
        service is { IsKeyedService: false, ImplementationInstance: not null, ServiceType.IsInterface: true } && service.ServiceType.Namespace == "OrgPortal.Web.Logto.Clients";

    private static string Shown(object? argument) => argument is IEnumerable several and not string ? $"[{string.Join(", ", several.Cast<object>())}]" : $"{argument}";
}
