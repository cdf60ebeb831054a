using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace OrgPortal.Web.Api.Description;

/// <summary>The description as it is served: made once, since anybody may ask for it and it does not change while the portal runs.</summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    /// <summary>The document's name.</summary>
    public const string Name = "v1";

    private readonly Lock _gate = new();
    private Task<byte[]>? _made;

    /// <summary>OpenAPI 3.1 as JSON in UTF-8, with lines as on every system.</summary>
    public Task<byte[]> ReadAsync()
    {
        lock (_gate)
        {
            // What failed is made again.
            return _made is { IsFaulted: false, IsCanceled: false } ? _made : _made = MakeAsync();
        }
    }

    private async Task<byte[]> MakeAsync()
    {
        var document = await provider.GetOpenApiDocumentAsync(CancellationToken.None);
        return System.Text.Encoding.UTF8.GetBytes((await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None)).ReplaceLineEndings("\n") + "\n");
    }
}
