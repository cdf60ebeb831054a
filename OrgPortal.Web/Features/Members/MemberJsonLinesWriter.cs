using System.Text.Json;

namespace OrgPortal.Web.Features.Members;

/// <summary>One JSON object a line.</summary>
internal sealed class MemberJsonLinesWriter(Stream stream) : IMemberRowWriter
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerOptions.Web);

    public async Task WriteAsync(IReadOnlyList<ExportedMember> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            await JsonSerializer.SerializeAsync(stream, new
            {
                UserId = row.Member.Id.Value,
                row.Member.Name,
                row.Member.Username,
                Email = row.Member.PrimaryEmail,
                Roles = row.Member.OrganizationRoles.Select(role => new { Id = role.Id.Value, role.Name }),
                Suspended = row.Member.IsSuspended,
                JoinedAt = row.Joining?.At.UtcDateTime,
                LastSignInAt = row.Member.LastSignInAt?.UtcDateTime,
                MembershipEndsAt = row.Term?.EndsAt.UtcDateTime,
            }, OneLine, cancellationToken);
            await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}
