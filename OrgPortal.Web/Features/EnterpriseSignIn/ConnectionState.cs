namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>How far a connection is.</summary>
public enum ConnectionState
{
    /// <summary>Being set up, or switched off: nobody is sent through it but whoever tests it.</summary>
    Draft,

    /// <summary>People with an address of its domains sign in through it and become members.</summary>
    Active,

    /// <summary>Active as the portal knows it, and taken out of the organization in Logto itself: people sign in through it, and do not become members.</summary>
    Withdrawn,

    /// <summary>Being deleted.</summary>
    Ending,

    /// <summary>Set up in Logto itself by whoever runs it: to be seen here, and no more.</summary>
    Provided,
}
