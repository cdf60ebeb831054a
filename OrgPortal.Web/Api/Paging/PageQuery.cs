using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api.Paging;

/// <summary>Which page a list is asked for. Used with <c>[AsParameters]</c>.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1 to 100.</param>
internal readonly record struct PageQuery(
    [property: FromQuery(Name = "page"), Description("The page, from 1."), Range(1, int.MaxValue), DefaultValue(1)] int? Page,
    [property: FromQuery(Name = "pageSize"), Description("How many a page holds, 1 to 100."), Range(1, PageRequest.MaxSize), DefaultValue(PageQuery.DefaultSize)] int? PageSize)
{
    /// <summary>How many a page holds when nothing is said.</summary>
    public const int DefaultSize = 20;

    /// <summary>The page; else <see cref="Invalid"/> (<c>page</c>, <c>pageSize</c>).</summary>
    public Result<PageRequest> Read()
    {
        List<FieldFailure> wrong = [];
        if (Page is < 1)
        {
            wrong.Add(new FieldFailure("page", "out_of_range"));
        }

        if (PageSize is < 1 or > PageRequest.MaxSize)
        {
            wrong.Add(new FieldFailure("pageSize", "out_of_range"));
        }

        return wrong.Count > 0 ? new Invalid(wrong) : new PageRequest(Page ?? 1, PageSize ?? DefaultSize);
    }
}
