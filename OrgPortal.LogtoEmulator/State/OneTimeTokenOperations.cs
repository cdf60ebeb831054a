namespace OrgPortal.LogtoEmulator.State;

/// <summary>Using up one-time tokens, at the Management API and at sign-in.</summary>
internal static class OneTimeTokenOperations
{
    /// <summary>
    /// Checks and consumes a token. Provisions nobody: who signs in with it calls
    /// <see cref="SignInOperations.ProvisionOrganizations"/> with the organizations of its context.
    /// </summary>
    /// <exception cref="LogtoRefusalException"><c>one_time_token.*</c>: 404 if unknown, else 400.</exception>
    public static OneTimeToken ConsumeOneTimeToken(this LogtoTables tables, string token, string email)
    {
        var found = tables.CheckOneTimeToken(token, email);
        return tables.OneTimeTokens.Put(found with { Status = "consumed" });
    }

    /// <summary>Checks a token and leaves it as it is.</summary>
    /// <exception cref="LogtoRefusalException">As for <see cref="ConsumeOneTimeToken"/>.</exception>
    /// <remarks>
    /// A token that is too old is refused as such, whatever else happened to it. <c>interactionEvent</c> is what the token is used for;
    /// null where that is not known.
    /// </remarks>
    public static OneTimeToken CheckOneTimeToken(
        this LogtoTables tables, string token, string email, string? interactionEvent = null)
    {
        var found = tables.OneTimeTokens.FirstOrDefault(one => one.Token == token)
            ?? throw new LogtoRefusalException(404, "one_time_token.token_not_found", $"Token {token} not found.");
        if (found.Email != email)
        {
            throw Refused("email_mismatch", "Email mismatch with given token.");
        }

        if (found.ExpiresAt <= tables.Now)
        {
            throw Refused("token_expired", "The token is expired.");
        }

        return found.Status switch
        {
            "consumed" => throw Refused("token_consumed", "The token has been consumed."),
            "revoked" => throw Refused("token_revoked", "The token has been revoked."),
            "expired" => throw Refused("token_expired", "The token is expired."),
            _ when interactionEvent is not null && found.Context.InteractionEvent is { } wanted && wanted != interactionEvent =>
                throw Refused("interaction_event_mismatch", "The token is for another purpose."),
            _ => found,
        };
    }

    private static LogtoRefusalException Refused(string reason, string message) =>
        new(400, $"one_time_token.{reason}", message);
}
