namespace OrgPortal.LogtoEmulator.Control;

/// <summary>A message that a real Logto would have mailed.</summary>
/// <param name="Id">Its number in the mailbox.</param>
/// <param name="To">The recipient's address.</param>
/// <param name="Type">The template's kind, such as <c>OrganizationInvitation</c> or <c>Register</c>.</param>
/// <param name="Subject">The subject, rendered.</param>
/// <param name="Text">The content without markup, addresses of links included.</param>
/// <param name="Html">The content as it would look.</param>
/// <param name="Link">What a person would click; null where there is nothing.</param>
/// <param name="Code">The verification code; null where there is none.</param>
/// <param name="SentAt">When, by the emulator's clock.</param>
public sealed record MailMessage(
    string Id, string To, string Type, string Subject, string Text, string Html, string? Link, string? Code, DateTimeOffset SentAt);
