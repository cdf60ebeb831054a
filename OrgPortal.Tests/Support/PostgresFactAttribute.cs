namespace OrgPortal.Tests.Support;

/// <summary>A fact about PostgreSQL alone. Skipped with a reason where there is none, except in continuous integration, where it fails.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}
