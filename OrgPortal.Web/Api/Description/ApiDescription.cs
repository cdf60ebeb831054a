using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OrgPortal.Web.Api.Idempotency;
using OrgPortal.Web.Api.Problems;
using OrgPortal.Web.Authentication.Bearer;

namespace OrgPortal.Web.Api.Description;

/// <summary>Completes the description that is made of the addresses: tokens, headers, examples, and the problems that every address has.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string OrganizationToken = "organizationToken";
    private const string ResourceToken = "resourceToken";
    private const string JsonType = "application/json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    private static readonly Dictionary<int, (string Words, string Code)> Problems = new()
    {
        [400] = ("The input cannot be used.", "invalid_input"),
        [401] = ("No token, or one that is not taken.", "invalid_token"),
        [403] = ("A token that does not reach here, or a permission is missing.", "forbidden"),
        [404] = ("There is none, or not for the caller.", "not_found"),
        [409] = ("A rule speaks against it, or the same request is being worked on.", "last_administrator"),
        [412] = ("Somebody changed it meanwhile.", "changed_meanwhile"),
        [422] = ("The Idempotency-Key belongs to another request.", "idempotency_key_reused"),
        [428] = ("If-Match is missing.", "precondition_required"),
        [429] = ("A limit was reached; Retry-After says when to come again.", "requests_per_minute"),
        [503] = ("Logto or the store does not answer; Retry-After says when to come again.", "unavailable"),
    };

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "OrgPortal",
            Version = "v1",
            Description = "What the portal's pages do, for programs that act for a person. Every request carries that person's Logto access token; what it may do is read from Logto anew.",
        };
        // Wherever it is read, it is about that place.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[OrganizationToken] = Scheme("A Logto organization token: its audience is urn:logto:organization: and the id in the address. A token for the API's resource with that organization_id does as well.");
        document.Components.SecuritySchemes[ResourceToken] = Scheme("A Logto access token for the API's resource (Api:Resource), asked for without an organization.");
        return Task.CompletedTask;
    }

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var method = context.Description.HttpMethod ?? "GET";
        var isInOrganization = context.Description.RelativePath?.Contains("{organization", StringComparison.Ordinal) is true;
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(isInOrganization ? OrganizationToken : ResourceToken, context.Document)] = [] },
        ];
        AddHeaders(operation, method);
        int[] always = isInOrganization ? [401, 403, 404, 429, 503] : [401, 403, 429, 503];
        foreach (var status in HttpMethods.IsPost(method) ? [.. always, 409, 422] : always)
        {
            await AddProblemAsync(operation, context, status, cancellationToken);
        }

        AddExamples(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiExample>().LastOrDefault());
    }

    private static OpenApiSecurityScheme Scheme(string words) => new() { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = words };

    private static void AddHeaders(OpenApiOperation operation, string method)
    {
        operation.Parameters ??= [];
        foreach (var list in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter is { In: ParameterLocation.Query, Schema.Type: JsonSchemaType.Array }))
        {
            // What may come several times may come not at all; the generated binding says otherwise.
            list.Required = false;
        }

        if (HttpMethods.IsPost(method))
        {
            operation.Parameters.Add(Header(IdempotencyKey.Header, "1 to 255 visible characters. The same request with the same key is done once; its answer is given again for 24 hours.", IdempotencyKey.Longest));
        }

        if (operation.Responses?.ContainsKey("428") is true)
        {
            var ifMatch = Header("If-Match", "The ETag of what the change was made of, or * for whatever is there.", null);
            ifMatch.Required = true;
            operation.Parameters.Add(ifMatch);
        }

        if (operation.Description?.Contains(IdentityProofs.Header, StringComparison.Ordinal) is true)
        {
            operation.Parameters.Add(Header(IdentityProofs.Header, "An ID token of the same person and application whose auth_time is at most ten minutes ago. Sign in with prompt=login or max_age to get one.", null));
        }
    }

    private static OpenApiParameter Header(string name, string words, int? longest) =>
        new() { Name = name, In = ParameterLocation.Header, Description = words, Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest } };

    private static async Task AddProblemAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, int status, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        var key = status.ToString(CultureInfo.InvariantCulture);
        if (!operation.Responses.ContainsKey(key))
        {
            _ = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, cancellationToken);
            operation.Responses[key] = new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType> { [ApiProblem.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(ApiProblem), context.Document) } },
            };
        }
    }

    private static void AddExamples(OpenApiOperation operation, ApiExample? example)
    {
        if (example?.Request is { } sent && operation.RequestBody?.Content?.TryGetValue(JsonType, out var body) is true)
        {
            body.Example = ToNode(sent);
        }

        foreach (var (key, response) in operation.Responses ?? [])
        {
            var status = int.Parse(key, CultureInfo.InvariantCulture);
            if (status < 400)
            {
                if (example?.Response is { } answered && response.Content?.TryGetValue(JsonType, out var content) is true)
                {
                    content.Example = ToNode(answered);
                }
            }
            else if (Problems.TryGetValue(status, out var problem) && response is OpenApiResponse own)
            {
                own.Description = problem.Words;
                if (own.Content?.TryGetValue(ApiProblem.ContentType, out var content) is true)
                {
                    content.Example = ToNode(Sample(status, problem));
                }
            }
        }
    }

    private static ApiProblem Sample(int status, (string Words, string Code) problem) => new()
    {
        Type = "urn:orgportal:problem:" + problem.Code,
        Title = problem.Words.TrimEnd('.'),
        Status = status,
        Detail = problem.Words,
        Code = problem.Code,
        Errors = status == 400 ? new Dictionary<string, string[]> { ["name"] = ["required"] } : null,
        Permission = status == 403 ? "members.manage" : null,
        CorrelationId = "4bf92f3577b34da6a3ce929d0e0e4736",
        RetryAfterSeconds = status is 429 or 503 ? 5 : null,
    };

    private static JsonNode? ToNode(object value) => JsonSerializer.SerializeToNode(value, Json);
}
