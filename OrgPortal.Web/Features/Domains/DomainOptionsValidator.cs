using System.Net;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Domains;

internal sealed class DomainOptionsValidator : IValidateOptions<DomainOptions>
{
    public ValidateOptionsResult Validate(string? name, DomainOptions options)
    {
        string[] failures = [.. Limit(options.PerOrganization), .. Servers(options.NameServers), .. Domains(options.Refused), .. File(options.PublicSuffixFile)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Limit(int limit)
    {
        if (limit < 1)
        {
            yield return $"{DomainOptions.Section}:{nameof(DomainOptions.PerOrganization)} is {limit}. Set it to a number of domains from 1 on.";
        }
    }

    private static IEnumerable<string> Servers(IEnumerable<string> servers) =>
        servers.Where(server => !IPEndPoint.TryParse(server, out _))
            .Select(server => $"{DomainOptions.Section}:{nameof(DomainOptions.NameServers)} has '{server}'. Set it to addresses such as 9.9.9.9 or 127.0.0.1:5353.");

    private static IEnumerable<string> Domains(IEnumerable<string> domains) =>
        domains.Where(domain => !DomainName.TryParse(domain, out _))
            .Select(domain => $"{DomainOptions.Section}:{nameof(DomainOptions.Refused)} has '{domain}'. Set it to domains such as mail.example.");

    private static IEnumerable<string> File(string? file)
    {
        if (file is not null && !System.IO.File.Exists(file))
        {
            yield return $"{DomainOptions.Section}:{nameof(DomainOptions.PublicSuffixFile)} is '{file}', and there is no such file. Set it to a list of publicsuffix.org, or leave it out.";
        }
    }
}
