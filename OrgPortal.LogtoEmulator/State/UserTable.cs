namespace OrgPortal.LogtoEmulator.State;

/// <summary>Users, found by address, name or number without a search.</summary>
internal sealed class UserTable() : Table<User>(user => user.Id)
{
    private readonly Dictionary<string, string> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byUsername = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byPhone = new(StringComparer.Ordinal);

    /// <summary>The user with this primary address; case does not matter.</summary>
    public User? FindByEmail(string? email) => Find(_byEmail, email);

    /// <summary>The user with this name; case matters, as Logto's default policy has it.</summary>
    public User? FindByUsername(string? username) => Find(_byUsername, username);

    public User? FindByPhone(string? phone) => Find(_byPhone, phone);

    public override User Put(User row)
    {
        if (Find(row.Id) is { } before)
        {
            Forget(before);
        }

        Remember(_byEmail, row.PrimaryEmail, row.Id);
        Remember(_byUsername, row.Username, row.Id);
        Remember(_byPhone, row.PrimaryPhone, row.Id);
        return base.Put(row);
    }

    public override bool Remove(string id)
    {
        if (Find(id) is { } before)
        {
            Forget(before);
        }

        return base.Remove(id);
    }

    private static void Remember(Dictionary<string, string> index, string? value, string id)
    {
        if (value is not null)
        {
            index[value] = id;
        }
    }

    private User? Find(Dictionary<string, string> index, string? value) =>
        value is not null && index.TryGetValue(value, out var id) ? Find(id) : null;

    private void Forget(User user)
    {
        Forget(_byEmail, user.PrimaryEmail);
        Forget(_byUsername, user.Username);
        Forget(_byPhone, user.PrimaryPhone);
    }

    private static void Forget(Dictionary<string, string> index, string? value)
    {
        if (value is not null)
        {
            index.Remove(value);
        }
    }
}
