using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// Reads a list of invitations while it arrives. Logto gives out all of an organization's in one answer, megabytes of them, most of which says the same in every row: so the
/// text is never kept, and what repeats the row before - organization, inviter, status, roles - is not made again. What is refused is what <see cref="LogtoAnswers"/> refuses:
/// members that the portal counts on must be there, unknown ones are ignored.
/// </summary>
internal sealed class InvitationListReader
{
    private const int Chunk = 64 * 1024;
    private const Member Required = Member.Id | Member.OrganizationId | Member.Invitee | Member.Status | Member.CreatedAt | Member.UpdatedAt | Member.ExpiresAt | Member.OrganizationRoles;
    private const RoleMember RequiredOfRoles = RoleMember.Id | RoleMember.Name;

    private readonly List<OrganizationInvitation> _read = [];
    private readonly List<OrganizationRoleName> _rolesOfRow = [];

    private JsonReaderState _state;

    // Where the text stands that was read so far: the member of a row, and of one of its roles, whose value comes next.
    private Member _member;
    private RoleMember _roleMember;

    // What was found of the row, and of the role, under way. Values stay until the next row's take their place, so that equal ones are kept as one.
    private Member _found;
    private RoleMember _foundOfRole;
    private InvitationId _id;
    private OrganizationId _organization;
    private string _invitee = string.Empty;
    private UserId _inviter;
    private UserId _acceptedBy;
    private string _status = string.Empty;
    private DateTimeOffset _createdAt;
    private DateTimeOffset _updatedAt;
    private DateTimeOffset _expiresAt;
    private OrganizationRoleName[] _roles = [];
    private OrganizationRoleId _roleId;
    private string _roleName = string.Empty;

    private InvitationListReader()
    {
    }

    [Flags]
    private enum Member
    {
        Unknown = 0,
        Id = 1,
        OrganizationId = 2,
        Invitee = 4,
        InviterId = 8,
        AcceptedUserId = 16,
        Status = 32,
        CreatedAt = 64,
        UpdatedAt = 128,
        ExpiresAt = 256,
        OrganizationRoles = 512,
    }

    [Flags]
    private enum RoleMember
    {
        Unknown = 0,
        Id = 1,
        Name = 2,
    }

    /// <summary>All invitations, in the order they came in.</summary>
    /// <param name="body">Read to its end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="JsonException">It is no JSON, or not of this shape.</exception>
    /// <exception cref="HttpRequestException">It is larger than <see cref="LogtoConnection.LargestAnswer"/>.</exception>
    public static async Task<IReadOnlyList<OrganizationInvitation>> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var reader = new InvitationListReader();
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            var (filled, total) = (0, 0L);
            while (true)
            {
                var received = await body.ReadAsync(buffer.AsMemory(filled), cancellationToken);
                total += received;
                if (total > LogtoConnection.LargestAnswer)
                {
                    throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "The answer is too large.");
                }

                filled += received;
                var used = reader.Take(buffer.AsSpan(0, filled), isEnd: received == 0);
                if (received == 0)
                {
                    return reader._read;
                }

                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                if (filled == buffer.Length)
                {
                    buffer = Larger(buffer);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // One word fills it all.
    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    private int Take(ReadOnlySpan<byte> text, bool isEnd)
    {
        var json = new Utf8JsonReader(text, isEnd, _state);
        try
        {
            while (json.Read())
            {
                Take(ref json);
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A value of another kind, or no text.", exception);
        }

        _state = json.CurrentState;
        return (int)json.BytesConsumed;
    }

    private void Take(ref Utf8JsonReader json)
    {
        switch (json.CurrentDepth)
        {
            case 0 when json.TokenType is not (JsonTokenType.StartArray or JsonTokenType.EndArray):
                throw new JsonException("No list.");
            case 1:
                TakeRow(json.TokenType);
                break;
            case 2 when json.TokenType == JsonTokenType.PropertyName:
                _member = MemberOf(ref json);
                break;
            case 2:
                TakeValue(ref json);
                break;
            case 3 when _member == Member.OrganizationRoles:
                TakeRole(json.TokenType);
                break;
            case 4 when _member == Member.OrganizationRoles && json.TokenType == JsonTokenType.PropertyName:
                _roleMember = json.ValueTextEquals("id"u8) ? RoleMember.Id : json.ValueTextEquals("name"u8) ? RoleMember.Name : RoleMember.Unknown;
                break;
            case 4 when _member == Member.OrganizationRoles:
                TakeRoleValue(ref json);
                break;
        }
    }

    private void TakeRow(JsonTokenType token)
    {
        if (token == JsonTokenType.StartObject)
        {
            _found = Member.Unknown;
            return;
        }

        if (token != JsonTokenType.EndObject || (_found & Required) != Required)
        {
            throw new JsonException("A list with gaps, or an invitation without what is counted on.");
        }

        _read.Add(new OrganizationInvitation(
            _id,
            _organization,
            _invitee,
            (_found & Member.InviterId) != 0 ? _inviter : null,
            (_found & Member.AcceptedUserId) != 0 ? _acceptedBy : null,
            _status,
            _createdAt,
            _updatedAt,
            _expiresAt,
            _roles));
    }

    private void TakeValue(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null && (_member is Member.InviterId or Member.AcceptedUserId))
        {
            _found &= ~_member;
            return;
        }

        switch (_member)
        {
            case Member.Id:
                _id = Identifier(ref json, _id);
                break;
            case Member.OrganizationId:
                _organization = Identifier(ref json, _organization);
                break;
            case Member.Invitee:
                _invitee = Text(ref json, _invitee);
                break;
            case Member.InviterId:
                _inviter = Identifier(ref json, _inviter);
                break;
            case Member.AcceptedUserId:
                _acceptedBy = Identifier(ref json, _acceptedBy);
                break;
            case Member.Status:
                _status = Text(ref json, _status);
                break;
            case Member.CreatedAt:
                _createdAt = UnixMillisecondsJsonConverter.ReadTime(ref json);
                break;
            case Member.UpdatedAt:
                _updatedAt = UnixMillisecondsJsonConverter.ReadTime(ref json);
                break;
            case Member.ExpiresAt:
                _expiresAt = UnixMillisecondsJsonConverter.ReadTime(ref json);
                break;
            case Member.OrganizationRoles:
                TakeRoles(json.TokenType);
                break;
        }

        _found |= _member;
    }

    private void TakeRoles(JsonTokenType token)
    {
        switch (token)
        {
            case JsonTokenType.StartArray:
                _rolesOfRow.Clear();
                break;
            case JsonTokenType.EndArray when !CollectionsMarshal.AsSpan(_rolesOfRow).SequenceEqual(_roles):
                _roles = [.. _rolesOfRow];
                break;
            case not JsonTokenType.EndArray:
                throw new JsonException("No list of roles.");
        }
    }

    private void TakeRole(JsonTokenType token)
    {
        if (token == JsonTokenType.StartObject)
        {
            _foundOfRole = RoleMember.Unknown;
            return;
        }

        if (token != JsonTokenType.EndObject || _foundOfRole != RequiredOfRoles)
        {
            throw new JsonException("A list with gaps, or a role without what is counted on.");
        }

        // As a rule the roles of the row before, in their order.
        var before = _roles.ElementAtOrDefault(_rolesOfRow.Count);
        _rolesOfRow.Add(before is not null && before.Id == _roleId && before.Name == _roleName ? before : new OrganizationRoleName(_roleId, _roleName));
    }

    private void TakeRoleValue(ref Utf8JsonReader json)
    {
        switch (_roleMember)
        {
            case RoleMember.Id:
                _roleId = Identifier(ref json, _roleId);
                break;
            case RoleMember.Name:
                _roleName = Text(ref json, _roleName);
                break;
        }

        _foundOfRole |= _roleMember;
    }

    private static string Text(ref Utf8JsonReader json, string before) =>
        before.Length > 0 && json.ValueTextEquals(before) ? before : json.GetString() ?? throw new JsonException("Null instead of a text.");

    private static T Identifier<T>(ref Utf8JsonReader json, T before)
        where T : struct, IIdentifier<T> =>
        before.Value.Length > 0 && json.ValueTextEquals(before.Value) ? before
            : T.TryParse(json.GetString(), null, out var identifier) ? identifier
            : throw new JsonException("Not an identifier.");

    // In the order in which Logto writes them.
    private static Member MemberOf(ref Utf8JsonReader json) =>
        json.ValueTextEquals("id"u8) ? Member.Id
        : json.ValueTextEquals("inviterId"u8) ? Member.InviterId
        : json.ValueTextEquals("invitee"u8) ? Member.Invitee
        : json.ValueTextEquals("acceptedUserId"u8) ? Member.AcceptedUserId
        : json.ValueTextEquals("organizationId"u8) ? Member.OrganizationId
        : json.ValueTextEquals("status"u8) ? Member.Status
        : json.ValueTextEquals("createdAt"u8) ? Member.CreatedAt
        : json.ValueTextEquals("updatedAt"u8) ? Member.UpdatedAt
        : json.ValueTextEquals("expiresAt"u8) ? Member.ExpiresAt
        : json.ValueTextEquals("organizationRoles"u8) ? Member.OrganizationRoles
        : Member.Unknown;
}
