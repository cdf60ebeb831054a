using System.Reflection;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Tests.Logto.Wire;

public sealed class RequestTests : WireRoom
{
    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_call_is_exactly_one_request(string name)
    {
        var expected = LogtoCallBook.Find(name);
        AnswersWell(name);

        await MakeAsync(name);

        var made = Assert.Single(Logto.Made);
        if (expected.Body == LogtoCall.Form)
        {
            Assert.Equal((expected.Request, "multipart/form-data", "token-1"), (made.Request, made.ContentType, made.Token));
            Assert.Contains("Content-Type: image/png\r\nContent-Disposition: form-data; name=file; filename=logo.png", made.Body, StringComparison.Ordinal);
            return;
        }

        Assert.Equal((expected.Request, expected.Body, "token-1"), (made.Request, made.Body, made.Token));
        Assert.Equal(expected.Body is null ? null : "application/json", made.ContentType);
    }

    [Fact]
    public void Every_method_of_every_client_is_in_the_book()
    {
        var methods = typeof(IOrganizationsClient).Assembly.GetTypes()
            .Where(type => type.IsInterface && type.Namespace == typeof(IOrganizationsClient).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.ReturnType.IsAssignableTo(typeof(Task))), (type, method) => $"{type.Name}.{method.Name}");

        Assert.Equal(methods.Order(StringComparer.Ordinal), LogtoCallBook.All.Select(call => call.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_route_of_the_book_is_among_the_routes_that_the_emulator_must_serve() =>
        Assert.Equal(
            LogtoRoutes.All.Select(route => $"{route.Method} {route.Template}").Order(StringComparer.Ordinal),
            LogtoCallBook.All.Select(call => $"{call.Method} {call.Template}").Distinct().Order(StringComparer.Ordinal));
}
