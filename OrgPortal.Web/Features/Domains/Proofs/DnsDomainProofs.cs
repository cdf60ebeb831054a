using System.Net;
using DnsClient;
using DnsClient.Protocol;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Domains.Proofs;

/// <summary>
/// Asks the machine's name servers, or those that are configured. Whatever they answer is somebody else's text: only records of the name that was
/// asked for, or of what it is an alias of, are looked at, and only compared.
/// </summary>
internal sealed partial class DnsDomainProofs : IDomainProofs
{
    private const int MostAliases = 8;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(4);

    private readonly LookupClient _dns;
    private readonly ILogger<DnsDomainProofs> _logger;

    public DnsDomainProofs(IOptions<DomainOptions> options, ILogger<DnsDomainProofs> logger)
        : this(options, logger, Timeout)
    {
    }

    /// <summary>Waits longer for an answer, or less.</summary>
    internal DnsDomainProofs(IOptions<DomainOptions> options, ILogger<DnsDomainProofs> logger, TimeSpan patience)
    {
        var servers = options.Value.NameServers.Select(server => IPEndPoint.Parse(server)).Select(server => new NameServer(server.Address, server.Port == 0 ? NameServer.DefaultPort : server.Port)).ToArray();
        var settings = servers.Length == 0 ? new LookupClientOptions() : new LookupClientOptions(servers);
        // Nothing is remembered: whoever has just added the record is not to wait for an answer of a minute ago.
        (settings.UseCache, settings.Timeout, settings.Retries) = (false, patience, 1);
        (settings.ThrowDnsErrors, settings.ContinueOnDnsError, settings.ContinueOnEmptyResponse) = (false, true, false);
        _dns = new LookupClient(settings);
        _logger = logger;
    }

    public async Task<DomainProof> LookAsync(DomainName domain, string value)
    {
        try
        {
            var answer = await _dns.QueryAsync(DomainChallenge.NameFor(domain), QueryType.TXT);
            return answer.Header.ResponseCode switch
            {
                DnsHeaderResponseCode.NotExistentDomain => DomainProof.Missing,
                DnsHeaderResponseCode.NoError => Judge(answer, DomainChallenge.NameFor(domain), value),
                _ => DomainProof.NoAnswer,
            };
        }
        catch (Exception exception) when (exception is DnsResponseException or DnsXidMismatchException or OperationCanceledException or IOException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            var kind = exception.GetType().Name;
            NoAnswer(kind);
            return DomainProof.NoAnswer;
        }
    }

    private static DomainProof Judge(IDnsQueryResponse answer, string name, string value)
    {
        var owner = FollowAliases(answer, name);
        var texts = answer.Answers.TxtRecords().Where(record => IsName(record.DomainName, owner)).Select(record => string.Concat(record.Text).Trim()).ToList();
        return texts.Count == 0 ? DomainProof.Missing : texts.Contains(value, StringComparer.Ordinal) ? DomainProof.Found : DomainProof.Different;
    }

    private static string FollowAliases(IDnsQueryResponse answer, string name)
    {
        for (var step = 0; step < MostAliases; step++)
        {
            if (answer.Answers.OfType<CNameRecord>().FirstOrDefault(alias => IsName(alias.DomainName, name)) is not { } alias)
            {
                break;
            }

            name = alias.CanonicalName.Value;
        }

        return name;
    }

    private static bool IsName(DnsString found, string wanted) => string.Equals(found.Value.TrimEnd('.'), wanted.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Information, Message = "DNS did not answer about a domain: {Reason}.")]
    private partial void NoAnswer(string reason);
}
