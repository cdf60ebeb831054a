using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Notices;

/// <summary>Puts the bell into the bar.</summary>
internal sealed class NoticeBarTool : IBarTool
{
    public Type Component => typeof(NoticeBell);
}
