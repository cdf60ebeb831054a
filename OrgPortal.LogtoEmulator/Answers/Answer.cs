namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>An answer before it is written: a status with JSON, with a text, or with nothing.</summary>
internal sealed record Answer(int Status)
{
    /// <summary>Serialized as JSON; null where there is no JSON body.</summary>
    public object? Body { get; init; }

    /// <summary>A plain text, as <c>Created</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Methods for the <c>Allow</c> header.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>The page this is, for <c>Total-Number</c> and <c>Link</c>; null for a whole list.</summary>
    public PageInfo? Page { get; init; }

    public static Answer NoContent { get; } = new(204);

    /// <summary>201 with the text <c>Created</c>, which several of Logto's relation routes answer.</summary>
    public static Answer CreatedText { get; } = new(201) { Text = "Created" };

    public static Answer Ok(object body) => new(200) { Body = body };

    public static Answer Created(object body) => new(201) { Body = body };
}
