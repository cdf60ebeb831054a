using System.Text.Json.Serialization;

namespace OrgPortal.Web.Authentication.Sessions;

[JsonSerializable(typeof(SessionContent))]
internal sealed partial class SessionJson : JsonSerializerContext;
