using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api;

/// <summary>Where a field of the API has another name than the service gives it.</summary>
internal static class FieldNames
{
    /// <summary>The same, with the API's names for what is wrong.</summary>
    /// <param name="result">What a service answered.</param>
    /// <param name="names">The service's name, and the API's.</param>
    public static Result<T> Naming<T>(this Result<T> result, params IReadOnlyList<(string Service, string Api)> names) =>
        result.Failure is Invalid invalid ? Renamed(invalid, names) : result;

    /// <inheritdoc cref="Naming{T}" />
    public static Result Naming(this Result result, params IReadOnlyList<(string Service, string Api)> names) =>
        result.Failure is Invalid invalid ? Renamed(invalid, names) : result;

    private static Invalid Renamed(Invalid invalid, IReadOnlyList<(string Service, string Api)> names) =>
        new([.. invalid.Fields.Select(field => field with { Field = names.Where(name => name.Service == field.Field).Select(name => name.Api).FirstOrDefault() ?? field.Field })]);
}
