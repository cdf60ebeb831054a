namespace OrgPortal.Web.Components;

/// <summary>What is made of a remote picture, in pixels of the file: twice what is shown.</summary>
public enum ImageShape
{
    /// <summary>A person in a row: the middle of the picture, 64 square.</summary>
    Person,

    /// <summary>A person at the head of a page: 112 square.</summary>
    LargePerson,

    /// <summary>A logo in a row: the whole of it on a white tile, 64 square.</summary>
    Logo,

    /// <summary>A logo at the head of a page: 112 square.</summary>
    LargeLogo,

    /// <summary>A logo as it is, at most 320 by 112, what is transparent stays so.</summary>
    WideLogo,
}
