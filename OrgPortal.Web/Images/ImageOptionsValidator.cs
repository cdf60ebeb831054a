using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Images;

internal sealed class ImageOptionsValidator : IValidateOptions<ImageOptions>
{
    public ValidateOptionsResult Validate(string? name, ImageOptions options)
    {
        string[] failures =
        [
            .. from origin in options.TrustedOrigins
               where !IsOrigin(origin)
               select $"Portal:Images:TrustedOrigins contains '{Readable(origin)}', which is no origin. Leave only scheme, host and port, such as https://files.example.internal.",
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    // What is told may end in a log: nothing that could hold a password.
    private static string Readable(string origin) => origin.Contains('@', StringComparison.Ordinal) ? "…" : origin;

    private static bool IsOrigin(string origin) =>
        PictureAddress.Parse(origin) is { } url && url.Scheme is "http" or "https" && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
}
