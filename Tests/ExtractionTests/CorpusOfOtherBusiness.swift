extension StatementCorpus {
    /// Business that the form does not count, beside what it does.
    static let otherBusiness = lines(
        """
        [overview]
        全年收到政府信息公开申请5件。组织业务培训3次，培训人员120人次，发放宣传册500份。
        = new=5 ~event=3 ~event=120 ~event=500
        全年收到政府信息公开申请5件。开展业务指导5次，处理问题35个，回复35条。
        = new=5 ~no-feature=5 ~unknown-noun=35 ~unknown-noun=35
        全年收到政府信息公开申请5件。共办理群众诉求12件，答复率100%。
        = new=5 ~letter=12
        全年收到政府信息公开申请5件。完成婚姻登记120件、退役军人优待证办理35件。
        = new=5 ~unknown-noun=120 ~unknown-noun=35
        收到政府信息公开申请5件。办理不动产登记业务1200件，群众满意度99%。
        = new=5 ~permit-application=1200
        我局全年办结工程建设项目审批35件，收到政府信息公开申请2件。
        = ~permit-application=35 new=2
        深化“放管服”改革，减少申请环节，办理业务3000件。
        = ~comparison=3000
        简化企业开办申请流程，办结1200件。
        = ~other-unit=1200
        受理社会救助申请35件，审批低保申请12件。
        = ~unknown-noun=35 ~permit-application=12
        全年受理专利申请1200件，授权800件。
        = ~unknown-noun=1200 ~unknown-noun=800
        受理劳动争议仲裁申请120件，结案118件。
        = ~unknown-noun=120 ~unknown-noun=118
        受理公租房申请120户，发放补贴12.5万元。
        = ~unknown-noun=120 ~unknown-noun=125000
        收到人大代表建议12件、政协提案8件，均已办复。
        = ~proposal=12 ~proposal=8
        承办建议提案20件，其中主办5件、协办15件，答复率100%。
        = ~proposal=20 ~proposal=5 ~proposal=15
        收到网友留言35条，答复35条；收到政府信息公开申请3件，答复3件。
        = ~letter=35 ~letter=35 new=3 result.total=3
        接听12345热线电话1.2万个，办结工单9800件，受理依申请公开3件。
        = ~hotline=12000 ~hotline=9800 new=3
        公开财政预决算信息12条、政府采购信息35条、重大项目信息8条。
        = ~disclosed=12 ~disclosed=35 ~disclosed=8
        发布政策解读12篇，其中图文解读8篇、视频解读4篇。
        = ~explanation=12 ~explanation=8 ~explanation=4
        召开新闻发布会3场，在线访谈2期，民意征集5次，收到意见建议35条，采纳28条。
        = ~explanation=3 ~explanation=2 ~explanation=5 ~proposal=35 ~proposal=28
        政府网站发布信息3500条，政务新媒体发布1200条，总浏览量35.6万次。
        = ~disclosed=3500 ~medium=1200 ~medium=356000
        编发政府公报6期，免费发放3000册。
        = ~medium=6 ~medium=3000
        开设专题专栏5个，新增栏目3个，更新信息1200条。
        = ~disclosed=5 ~disclosed=3 ~disclosed=1200
        “双公示”系统上报行政许可120条、行政处罚35条。
        = ~published=120 ~published=35
        归集行政许可信息1200条、行政处罚信息350条，合格率100%。
        = ~disclosed=1200 ~disclosed=350
        梳理公布权责清单320项，其中行政许可35项、行政处罚120项、行政强制8项。
        = ~register=320 ~register=35 ~register=120 ~register=8
        开展行政执法检查350次，立案查处12起，罚款35万元。
        = ~permit-application=350 ~permit-application=12 ~permit-application=350000
        审查合同35份、规范性文件12件、重大行政决策3件。
        = ~document=35 ~other-act=12 ~document=3
        开展规范性文件合法性审查12件。
        = ~other-act=12
        举办政府开放日活动3次，邀请代表50余人。
        = ~event=3 ~event=50
        政务公开工作在全市考核中位列第3名，得分98.5分。
        = ~event=98.5
        涉及公共利益的信息120条全部公开。
        = ~disclosed=120
        完成国家级试点任务2项、省级试点任务3项。
        = ~no-feature=2 ~no-feature=3
        确保每件申请都有回音，每1件申请都按时答复。
        =
        计划2025年组织培训3次。
        = ~event=3
        预计2025年制定规范性文件3件。
        = ~planned=3
        力争行政复议纠错0件。
        = ~planned=0
        对近三年的规范性文件进行清理，共清理120件。
        = ~other-act=120
        累计公开信息12万条，其中今年新增1.2万条。
        = ~disclosed=120000 ~disclosed=12000
        历年累计收到政府信息公开申请350件。
        = ~other-period=350
        自《条例》施行以来共收到政府信息公开申请350件。
        = ~other-period=350
        2021年至2023年共收到申请120件。
        = ~other-period=120
        近五年收到政府信息公开申请500件，年均100件。
        = ~other-period=500 ~no-feature=100
        较2023年的45件下降12件。
        = ~comparison=45 ~no-feature=12
        申请总量由2023年的45件上升至2024年的57件。
        = ~other-period=45 new=57
        占全部申请总数的35%。
        =
        平均每件答复用时12个工作日。
        =
        答复时限由20个工作日压缩至15个工作日。
        =
        第三方机构评估得分92.5分，全区排名第2位。
        = ~other-act=92.5
        县政府门户网站依申请公开系统受理12件。
        = ~medium=12
        设置依申请公开受理点12个，配备工作人员24名。
        = ~unknown-noun=12 ~event=24
        公布依申请公开受理电话12部。
        = ~published=12
        编制依申请公开办理流程图1张、文书模板12个。
        = ~unknown-noun=1 ~document=12
        依申请公开专题培训2场。
        = ~event=2
        组织依申请公开业务骨干35人参加培训。
        = ~unknown-noun=35
        邀请律师参与依申请公开答复审核12次。
        = ~other-act=12
        依申请公开答复文书合法性审查12件。
        = ~document=12
        开展依申请公开案卷评查2次，抽查案卷35份。
        = ~document=2 ~document=35
        对依申请公开答复不规范的3个单位进行约谈。
        = ~unknown-noun=3
        """)
}
