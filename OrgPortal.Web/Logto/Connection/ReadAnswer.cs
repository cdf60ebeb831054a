using System.Net;
using System.Text.Json;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>The content of an answer that was read while it arrived: what it says, in the place of its bytes.</summary>
internal sealed class ReadAnswer<T> : HttpContent
{
    private readonly T? _value;
    private readonly JsonException? _failure;

    private ReadAnswer(T? value, JsonException? failure) => (_value, _failure) = (value, failure);

    /// <summary>What it says.</summary>
    /// <exception cref="JsonException">It is no JSON, or not of the shape that was expected.</exception>
    public T Value => _failure is null ? _value! : throw new JsonException(_failure.Message, _failure);

    /// <summary>Reads an answer to its end.</summary>
    /// <param name="content">The answer; disposed of.</param>
    /// <param name="read">Reads its body.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<HttpContent> FromAsync(HttpContent content, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var whole = content;
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        try
        {
            return new ReadAnswer<T>(await read(body, cancellationToken), null);
        }
        catch (JsonException exception)
        {
            // Logto did answer, and would answer so again: no reason to ask once more.
            return new ReadAnswer<T>(default, exception);
        }
    }

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
