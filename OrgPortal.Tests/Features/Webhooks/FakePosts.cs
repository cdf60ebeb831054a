using System.Text;
using OrgPortal.Web.Outbound;

namespace OrgPortal.Tests.Features.Webhooks;

/// <summary>The Internet: keeps what was posted, and answers as it is told to.</summary>
internal sealed class FakePosts : IOutboundPosts
{
    private readonly List<Posted> _sent = [];

    /// <summary>What was posted so far, in order.</summary>
    public IReadOnlyList<Posted> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>What an address answers; 204 where nothing is said.</summary>
    public Dictionary<string, Func<Task<OutboundAnswer>>> Answers { get; } = [];

    /// <summary>Hosts that lead nowhere.</summary>
    public HashSet<string> Inside { get; } = [];

    public void Answer(string url, int status, TimeSpan? retryAfter = null, string? body = null) => Answers[url] = () => Task.FromResult(new OutboundAnswer(status, RetryAfter: retryAfter, Excerpt: body));

    public async Task<OutboundAnswer> PostAsync(OutboundPost post, CancellationToken cancellationToken)
    {
        lock (_sent)
        {
            _sent.Add(new Posted(post.Url.AbsoluteUri, post.Headers.ToDictionary(header => header.Key, header => header.Value), Encoding.UTF8.GetString(post.Body.Span)));
        }

        return Answers.TryGetValue(post.Url.AbsoluteUri, out var answer) ? await answer() : new OutboundAnswer(204);
    }

    public Task<OutboundTrouble?> LookAsync(Uri url, bool isTrusted, CancellationToken cancellationToken) =>
        Task.FromResult<OutboundTrouble?>(Inside.Contains(url.Host) ? OutboundTrouble.NoPublicAddress : null);

    internal sealed record Posted(string Url, IReadOnlyDictionary<string, string> Headers, string Body);
}
