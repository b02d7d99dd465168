//! What a header means.

use guatu::domain::{FieldKey, Kind};
use guatu::exchange::import::What;
use guatu::exchange::import::header::{Goes, columns, split_unit};

fn goes(header: &str) -> String {
    match columns(What::Leads, &[header.to_owned()], &[])[0].goes {
        Goes::Field(field) => field.key().to_owned(),
        Goes::Progress => "progress".to_owned(),
        Goes::Remark => "note".to_owned(),
        Goes::Extra | Goes::Out => "extra".to_owned(),
    }
}

#[test]
fn headers_of_offices_and_crms() {
    let table = [
        ("项目编号", "code"),
        ("项目名称", "name"),
        (" 项 目\n名 称 *", "name"),
        ("归口事业部", "division"),
        ("总投资（万元）", "amount"),
        ("总投资(亿元)", "amount"),
        ("计划总投资/万元", "amount"),
        ("到位资金：万元", "paid_in"),
        ("项目阶段", "stage"),
        ("招商进度", "stage"),
        ("责任人", "owner"),
        ("牵头单位", "owning_unit"),
        ("配合单位", "supporting_unit"),
        ("联系方式", "phone"),
        ("首谈时间", "first_talk"),
        ("合同签订时间", "signed"),
        ("时间节点/签约", "signed"),
        ("时间节点（年月）/首谈", "first_talk"),
        ("投资情况/总投资（亿元）", "amount"),
        ("情况/签约", "extra"),
        ("协议性质", "contract_type"),
        ("密级", "confidential"),
        ("本周进展", "progress"),
        ("备注", "note"),
        ("序号", "extra"),
        ("deal_stage", "stage"),
        ("Close Value", "amount"),
        ("close_date", "due"),
        ("Potential Owner", "owner"),
        ("Created Time", "received"),
        ("credit_code", "credit_code"),
        ("附加列：项目名称", "extra"),
        ("", "extra"),
    ];
    for (header, key) in table {
        assert_eq!(goes(header), key, "{header}");
    }
}

#[test]
fn every_field_is_found_by_its_own_words() {
    for field in FieldKey::all(Kind::Lead).filter(|field| field.key() != "extra") {
        for word in [field.spec().key, field.spec().zh, field.spec().en] {
            // An office's Company is who invests; the firm that is founded here is the landed company.
            let means = if word == "company" { "investor" } else { field.key() };
            assert_eq!(goes(word), means, "{word}");
        }
    }
}

#[test]
fn units_stand_in_headers() {
    let table = [
        ("总投资（万元）", "总投资", Some(10_000)),
        ("总投资(单位：亿元)", "总投资", Some(100_000_000)),
        ("总投资/元", "总投资", Some(1)),
        ("funding_total_usd", "funding_total", Some(1)),
        ("占地（亩）", "占地", None),
        ("项目名称", "项目名称", None),
    ];
    for (header, name, times) in table {
        let (found, unit) = split_unit(header);
        assert_eq!((found.as_str(), unit.map(|u| u.times)), (name, times), "{header}");
    }
}

#[test]
fn the_surer_of_two_columns_is_taken() {
    let headers = ["名称", "项目名称", "备注", "备注"].map(str::to_owned);
    let columns = columns(What::Leads, &headers, &[]);
    assert_eq!(columns[0].goes, Goes::Extra);
    assert_eq!(Some(columns[1].goes), FieldKey::find(Kind::Lead, "name").map(Goes::Field));
    assert_eq!((columns[2].goes, columns[3].goes), (Goes::Remark, Goes::Extra));
    assert_eq!(columns[3].header, "备注 (2)");
}

#[test]
fn a_mapping_by_hand_goes_before_all() {
    let headers = ["名称", "企业"].map(str::to_owned);
    let mapped = [("企业".to_owned(), "name".to_owned()), ("名称".to_owned(), "extra".to_owned())];
    let columns = columns(What::Leads, &headers, &mapped);
    assert_eq!(columns[0].goes, Goes::Extra);
    assert_eq!(Some(columns[1].goes), FieldKey::find(Kind::Lead, "name").map(Goes::Field));
}
