namespace OrgPortal.LogtoEmulator.State;

/// <summary>A file that was uploaded; its bytes are not kept.</summary>
/// <param name="Id">Part of its address.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Size">Bytes.</param>
internal sealed record StoredAsset(string Id, string Type, long Size);
