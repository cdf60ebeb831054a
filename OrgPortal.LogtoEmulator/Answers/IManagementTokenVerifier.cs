namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>Judges access tokens for the Management API. Written where tokens are issued.</summary>
internal interface IManagementTokenVerifier
{
    /// <summary>Checks signature, issuer, expiry and audience (the Management API's indicator) of a bearer token.</summary>
    ManagementTokenVerdict Verify(string accessToken);
}
