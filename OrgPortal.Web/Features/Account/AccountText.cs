namespace OrgPortal.Web.Features.Account;

/// <summary>The words of one's own account, in <c>AccountText.resx</c> and its translations.</summary>
public sealed class AccountText;
